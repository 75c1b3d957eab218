import type { AuthLayout } from "~/domain/subject/auth-layout";

/** Accounts of the ledger, for moderators. */
export const accountDoor: AuthLayout = {
  async find(_db, { viewer, ids }) {
    const one = (id: number) => ({ name: `Account ${id}`, path: "/moderation/ledger", picture: null, ownerId: null });
    return new Map(viewer.moderator ? ids.map((id) => [id, one(id)]) : []);
  },
};
