import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { identities, users } from "~/db/schema/account";
import type { identityProviders } from "~/db/schema/values";
import { usernameFrom } from "./rules";
import { signUp } from "./signing-up.server";

/** Who another site says this is. */
export type Identity = {
  provider: (typeof identityProviders)[number];
  providerId: string;
  name: string;
  /** An address that the other site has verified, or null. */
  verifiedEmail: string | null;
};

type IdentitySignInInput = {
  identity: Identity;
  /** Whole Buzz for somebody new. */
  grant: number;
  now: Date;
};

/**
 * The person behind another site's sign-in: the one it is linked to; else the one whose address both sites have verified;
 * else somebody new. Refuses a banned person, and an address that somebody here has but never verified: whoever typed it
 * in may not be the one who owns it.
 */
export async function findOrCreateByIdentity(tx: Tx, { identity, grant, now }: IdentitySignInInput) {
  const known = await findLinked(tx, identity);
  if (known) return admit(known);
  const { provider, providerId, verifiedEmail } = identity;
  const same = verifiedEmail === null ? undefined : await findByEmail(tx, verifiedEmail);
  if (same && !same.emailVerifiedAt) return { ok: false, reason: "address-unverified-here" } as const;
  if (same?.bannedAt) return admit(same);

  const userId = same?.id ?? (await create(tx, { identity, grant, now }));
  await tx.insert(identities).values({ provider, providerId, userId, createdAt: now });
  return { ok: true, userId } as const;
}

/** Adds another site's sign-in to one's account. Refuses one that is linked to somebody else. */
export async function linkIdentity(
  tx: Tx,
  { userId, identity, now }: { userId: number; identity: Identity; now: Date },
) {
  const known = await findLinked(tx, identity);
  if (known)
    return known.id === userId ? ({ ok: true } as const) : ({ ok: false, reason: "linked-to-another" } as const);
  const { provider, providerId } = identity;
  await tx.insert(identities).values({ provider, providerId, userId, createdAt: now });
  return { ok: true } as const;
}

type Person = { id: number; bannedAt: Date | null; banReason: string | null };

function admit({ id, bannedAt, banReason }: Person) {
  if (bannedAt) return { ok: false, reason: "banned", words: banReason ?? "" } as const;
  return { ok: true, userId: id } as const;
}

const person = {
  id: users.id,
  bannedAt: users.bannedAt,
  banReason: users.banReason,
  emailVerifiedAt: users.emailVerifiedAt,
};

async function findLinked(tx: Tx, { provider, providerId }: Identity) {
  const [found] = await tx
    .select(person)
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.provider, provider), eq(identities.providerId, providerId), isNull(users.deletedAt)));
  return found;
}

async function findByEmail(tx: Tx, email: string) {
  const [found] = await tx
    .select(person)
    .from(users)
    .where(sql`${users.email} = ${email} COLLATE NOCASE`);
  return found;
}

async function create(tx: Tx, { identity, grant, now }: IdentitySignInInput) {
  const username = await freeName(tx, usernameFrom(identity.name));
  const born = await signUp(tx, { username, email: identity.verifiedEmail, passwordHash: null, grant, now });
  if (!born.ok) throw new Error(`Nobody new from ${identity.provider}: ${born.reason}`);
  if (identity.verifiedEmail) await tx.update(users).set({ emailVerifiedAt: now }).where(eq(users.id, born.userId));
  return born.userId;
}

/** The name itself, or with the first free number behind it. */
async function freeName(tx: Tx, wanted: string) {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : String(number);
    const name = wanted.slice(0, 24 - ending.length) + ending;
    if ((await tx.$count(users, sql`${users.username} = ${name} COLLATE NOCASE`)) === 0) return name;
  }
}
