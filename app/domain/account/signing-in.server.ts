import { and, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { passwordMatches } from "./passwords.server";

/**
 * Who this is, by username or e-mail address and password; null when it is nobody. An unknown name, a wrong password and
 * an account that signs in elsewhere look the same and take the same time. A banned person is told, with the reason.
 */
export async function checkPassword(name: string, password: string) {
  const person = await reader().query.users.findFirst({
    columns: { id: true, passwordHash: true, bannedAt: true, banReason: true },
    where: isCalled(name),
  });
  if (!(await passwordMatches(person?.passwordHash ?? null, password))) return null;
  return { userId: person!.id, ban: person!.bannedAt ? (person!.banReason ?? "") : null };
}

/** The number of the account that somebody signs in to by this name or address; null when there is none. */
export async function findAccount(name: string) {
  const person = await reader().query.users.findFirst({ columns: { id: true }, where: isCalled(name) });
  return person?.id ?? null;
}

function isCalled(name: string) {
  return and(
    sql`(${users.username} = ${name} COLLATE NOCASE OR ${users.email} = ${name} COLLATE NOCASE)`,
    isNull(users.deletedAt),
  );
}
