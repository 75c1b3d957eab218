import { and, inArray, isNull } from "drizzle-orm";
import { users } from "~/db/schema/account";
import type { Door } from "~/domain/subject/door";

/** People, for everyone, until they leave. */
export const userDoor: Door = {
  async find(db, { ids }) {
    const rows = await db
      .select({ id: users.id, username: users.username })
      .from(users)
      .where(and(inArray(users.id, ids), isNull(users.deletedAt)));
    return new Map(rows.map(({ id, username }) => [id, named(id, username)]));
  },
};

function named(id: number, username: string) {
  return { name: username, path: `/people/${encodeURIComponent(username)}`, picture: null, ownerId: id };
}
