import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { accountKindRows, accounts } from "~/db/schema/wallet";
import type { accountKinds } from "~/db/schema/values";
import type { Subject, SubjectKind } from "~/domain/subject/kinds";

/** Whose account, and what for. The mint and the house are nobody's: owner 0. */
export type Holder = {
  kind: (typeof accountKinds)[number];
  /** '' for nobody. Which kind may own which account is a row of `account_owners`. */
  ownerKind: string;
  ownerId: number;
};

export const mint: Holder = { kind: "mint", ownerKind: "", ownerId: 0 };
export const house: Holder = { kind: "house", ownerKind: "", ownerId: 0 };

/** A person's own Buzz. */
export function wallet(userId: number): Holder {
  return { kind: "user", ownerKind: "user", ownerId: userId };
}

/** A person's blue Buzz, opened by the first that comes in. It pays the house alone. */
export function blueWallet(userId: number): Holder {
  return { kind: "blue", ownerKind: "user", ownerId: userId };
}

/** What a person owes, as a balance below zero; opened by the first debt. */
export function debtOf(userId: number): Holder {
  return { kind: "debt", ownerKind: "user", ownerId: userId };
}

/** Which accounts hold other people's Buzz, and what they belong to. */
type Holding = {
  escrow: SubjectKind;
  "challenge-prizes": "challenge";
  "challenge-looks": "challenge";
  contest: "contest";
  stake: "participant";
  winnings: "participant";
  tournament: "tournament";
};

/** Where something's Buzz lies until it is paid out or given back: `holding("stake", "participant:12")`. */
export function holding<Kind extends keyof Holding>(kind: Kind, subject: `${Holding[Kind]}:${number}`): Holder {
  const [ownerKind, ownerId] = subject.split(":") as [Holding[Kind], string];
  return { kind, ownerKind, ownerId: Number(ownerId) };
}

/** The escrow with a contest's pool: `escrow("crucible:7")`. */
export function escrow(subject: Subject) {
  return holding("escrow", subject);
}

/** Opens an account with nothing in it and returns its number. Throws when the holder has one already. */
export async function openAccount(tx: Tx, { holder, now }: { holder: Holder; now: Date }) {
  const [opened] = await tx
    .insert(accounts)
    .values({ ...holder, createdAt: now })
    .returning({ id: accounts.id });
  return opened!.id;
}

/** Whole Buzz in a holder's account. For a crucible's escrow this is the prize pool as it stands. */
export async function balanceOf(db: Db, holder: Holder) {
  return (await findAccount(db, holder))?.balance ?? (isOpenedLater(holder) ? 0 : missing(holder));
}

/** Throws when there is no such account: everyone who can hold Buzz has one. */
export async function accountOf(db: Db, holder: Holder) {
  return (await findAccount(db, holder)) ?? missing(holder);
}

/** The same inside a verb; blue wallets and debts are opened when first needed. */
export async function accountFor(tx: Tx, holder: Holder, now: Date) {
  if (isOpenedLater(holder) && !(await findAccount(tx, holder))) await openAccount(tx, { holder, now });
  return accountOf(tx, holder);
}

function isOpenedLater({ kind }: Holder) {
  return kind === "blue" || kind === "debt";
}

function findAccount(db: Db, { kind, ownerKind, ownerId }: Holder) {
  return queries(db).account.get({ kind, ownerKind, ownerId });
}

function missing({ kind, ownerId }: Holder): never {
  throw new Error(`No ${kind} account for ${ownerId}.`);
}

const queries = prepared((db) => ({
  account: db
    .select({ id: accounts.id, balance: accounts.balance, belowZero: accountKindRows.belowZero })
    .from(accounts)
    .innerJoin(accountKindRows, eq(accountKindRows.kind, accounts.kind))
    .where(
      and(
        eq(accounts.kind, sql.placeholder("kind")),
        eq(accounts.ownerKind, sql.placeholder("ownerKind")),
        eq(accounts.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .prepare(),
}));
