import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { identities, emailLinks, sessions, users } from "~/db/schema/account";
import { drafts } from "~/db/schema/draft";
import type { Archive } from "~/domain/subject/archive";
import { deletedUsername } from "./rules";

/** Who one is and how one signs in, and what one has begun. */
export const archive: Archive = {
  async exportOf(userId) {
    const { userAgent, createdAt, expiresAt } = sessions;
    return {
      person: await reader().query.users.findFirst({ columns: { passwordHash: false }, where: eq(users.id, userId) }),
      identities: await reader().select().from(identities).where(eq(identities.userId, userId)),
      sessions: await reader()
        .select({ userAgent, createdAt, expiresAt })
        .from(sessions)
        .where(eq(sessions.userId, userId)),
      drafts: await reader().select().from(drafts).where(eq(drafts.userId, userId)),
    };
  },
  async anonymize(tx, { userId, deletedAt }) {
    for (const table of [sessions, identities, emailLinks, drafts])
      await tx.delete(table).where(eq(table.userId, userId));
    await tx
      .update(users)
      .set({ ...nobody, username: deletedUsername(userId), deletedAt })
      .where(eq(users.id, userId));
  },
};

const nobody = {
  email: null,
  passwordHash: null,
  emailVerifiedAt: null,
  role: "user",
  membership: "free",
  score: 0,
  browsingLevels: 3,
  adultConfirmedAt: null,
  banReason: null,
} as const;
