import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { idempotencyKeys } from "~/db/schema/api";
import { personalTokens, tokenFamilies } from "~/db/schema/token";
import type { Archive } from "~/domain/subject/archive";
import { endAllTokens } from "./authenticating.server";

/** Programs that act for a person. Hashes are left out. */
export const archive: Archive = {
  exportOf: async (userId) => ({ tokens: await tokensOf(userId), programs: await programsOf(userId) }),
  async anonymize(tx, { userId }) {
    await endAllTokens(tx, userId);
    await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.userId, userId));
  },
};

function tokensOf(userId: number) {
  const { name, scopes, lastSix, createdAt, expiresAt, lastUsedAt } = personalTokens;
  return reader()
    .select({ name, scopes, lastSix, createdAt, expiresAt, lastUsedAt })
    .from(personalTokens)
    .where(eq(personalTokens.userId, userId));
}

function programsOf(userId: number) {
  const { client, scopes, createdAt, lastUsedAt } = tokenFamilies;
  return reader()
    .select({ client, scopes, createdAt, lastUsedAt })
    .from(tokenFamilies)
    .where(eq(tokenFamilies.userId, userId));
}
