import { count, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { recordEvent } from "~/domain/event/recording.server";
import { mailboxOf } from "./rules";
import { openAccount, wallet } from "~/domain/wallet/accounts.server";
import { grantSignUp } from "~/domain/wallet/granting.server";

type SignUp = {
  username: string;
  email: string | null;
  passwordHash: string | null;
  /** Whole Buzz to start with. */
  grant: number;
  now: Date;
};

/**
 * A person is born with a wallet and the sign-up grant in it. The first one ever is the admin. Refuses a username or a
 * mailbox that is taken: see `mailboxOf`.
 */
export async function signUp(tx: Tx, { username, email, passwordHash, grant, now }: SignUp) {
  const taken = await findTaken(tx, username, email);
  if (taken) return { ok: false, reason: taken } as const;

  const role = (await isEmpty(tx)) ? "admin" : "user";
  const [born] = await tx
    .insert(users)
    .values({ username, email, passwordHash, role, createdAt: now })
    .returning({ id: users.id });
  const userId = born!.id;
  await openAccount(tx, { holder: wallet(userId), now });
  await grantSignUp(tx, { userId, amount: grant, now });
  await recordEvent(tx, { kind: "user-joined", subject: `user:${userId}`, actorId: userId, now });
  return { ok: true, userId } as const;
}

async function findTaken(tx: Tx, username: string, email: string | null) {
  const [other] = await tx
    .select({ username: users.username })
    .from(users)
    .where(sql`${users.username} = ${username} COLLATE NOCASE OR users.mailbox = ${email && mailboxOf(email)}`)
    .limit(1);
  if (!other) return null;
  return other.username.toLowerCase() === username.toLowerCase() ? "username-taken" : "email-taken";
}

async function isEmpty(tx: Tx) {
  const [row] = await tx.select({ people: count() }).from(users);
  return row!.people === 0;
}
