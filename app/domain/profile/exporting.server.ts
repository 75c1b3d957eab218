import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import type { Archive } from "~/domain/subject/archive";
import * as modules from "./all.server";

export const archives: Archive[] = Object.values(modules);

/**
 * Everything that the site keeps about a person, as plain JSON; `originals` lists the files that go with it. Secrets
 * (password, tokens) are left out. Null when there is no such person.
 */
export async function exportPersonalData(
  userId: number,
  { now }: { now: Date },
): Promise<Record<string, unknown> | null> {
  if ((await reader().$count(users, eq(users.id, userId))) === 0) return null;
  const kept = [];
  for (const archive of archives) kept.push(await archive.exportOf(userId));
  return Object.assign({ exportedAt: now }, ...kept);
}
