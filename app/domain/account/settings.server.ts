import { and, eq, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import type { themes } from "~/db/schema/values";
import { requiresAdult } from "./rules";

type BrowsingLevelsInput = {
  userId: number;
  /** The set of levels to browse, 1–31. */
  levels: number;
  /** Whether this form says that the person is an adult. */
  adult: boolean;
  now: Date;
};

/**
 * What a person wants to be shown. R and above only after they said that they are adults, which is kept with its time.
 * Refuses without it. Null when there is no such person.
 */
export async function setBrowsingLevels(tx: Tx, { userId, levels, adult, now }: BrowsingLevelsInput) {
  const person = await tx.query.users.findFirst({ columns: { adultConfirmedAt: true }, where: living(userId) });
  if (!person) return null;
  if (requiresAdult(levels) && !adult && person.adultConfirmedAt === null)
    return { ok: false, reason: "not-confirmed" } as const;
  const confirmed = adult ? { adultConfirmedAt: sql`coalesce(${users.adultConfirmedAt}, ${now.getTime()})` } : {};
  await tx
    .update(users)
    .set({ browsingLevels: levels, ...confirmed })
    .where(living(userId));
  return { ok: true } as const;
}

export async function setTheme(tx: Tx, { userId, theme }: { userId: number; theme: (typeof themes)[number] }) {
  await tx.update(users).set({ theme }).where(living(userId));
}

/** Whether A, D, S, Z and M work on the judge page. */
export async function setJudgingKeys(tx: Tx, { userId, judgingKeys }: { userId: number; judgingKeys: boolean }) {
  await tx.update(users).set({ judgingKeys }).where(living(userId));
}

/** What the settings page shows of its person. */
export async function readSettings(userId: number) {
  const person = await reader().query.users.findFirst({
    columns: {
      username: true,
      email: true,
      emailVerifiedAt: true,
      browsingLevels: true,
      adultConfirmedAt: true,
      theme: true,
      judgingKeys: true,
    },
    extras: { hasPassword: sql<boolean>`${users.passwordHash} IS NOT NULL`.mapWith(Boolean).as("has_password") },
    where: living(userId),
  });
  return person ?? null;
}

function living(userId: number) {
  return and(eq(users.id, userId), isNull(users.deletedAt));
}
