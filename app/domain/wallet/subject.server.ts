import type { Door } from "~/domain/subject/door";

/** Accounts of the ledger, for moderators. */
export const accountDoor: Door = {
  async find(_db, { viewer, ids }) {
    const one = (id: number) => ({ name: `Account ${id}`, path: "/moderation/ledger", picture: null, ownerId: null });
    return new Map(viewer.moderator ? ids.map((id) => [id, one(id)]) : []);
  },
};
