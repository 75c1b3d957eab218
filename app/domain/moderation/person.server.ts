import { and, eq, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";

/** A person as moderators see them; null when there is nobody of this number. */
export async function readPerson(userId: number) {
  const person = await reader().query.users.findFirst({
    columns: {
      id: true,
      username: true,
      email: true,
      emailVerifiedAt: true,
      role: true,
      membership: true,
      score: true,
      bannedAt: true,
      banReason: true,
      createdAt: true,
    },
    where: and(eq(users.id, userId), isNull(users.deletedAt)),
  });
  return person ? { ...person, balance: await balanceOf(reader(), wallet(userId)) } : null;
}

/** The number behind a username, whatever its capitals; null when nobody has it. */
export async function findPersonNamed(username: string) {
  const person = await reader().query.users.findFirst({
    columns: { id: true },
    where: and(sql`${users.username} = ${username} COLLATE NOCASE`, isNull(users.deletedAt)),
  });
  return person?.id ?? null;
}
