import { isDeepStrictEqual } from "node:util";
import { openAccount } from "~/domain/wallet/accounts.server";
import { claimDaily } from "~/domain/wallet/claiming.server";
import { grantBuzz } from "~/domain/wallet/granting.server";
import { refund } from "~/domain/wallet/refunding.server";
import { GRANT_MAX } from "~/domain/wallet/schema";
import { transfer } from "~/domain/wallet/transferring.server";
import { Broken, deed, now } from "./world";
import type { Account, Dice, Transfer, World } from "./world";

type Deed = (world: World, dice: Dice) => Promise<void>;
type Wanted = Omit<Transfer, "id" | "refundOf"> & { refundOf?: number | null };
type Outcome<T> = { value?: T; threw?: unknown };

const kinds = ["grant", "setup-fee", "entry-fee", "prize", "remainder", "adjustment"] as const;

/** What the wallet's own verbs do, each beside what the model says must come of it. */
export const deeds: Record<string, Deed> = {
  async open(world, { a }) {
    const kind = a % 2 ? "user" : "escrow";
    const ownerId = 100 + (a % 5);
    const answer = await tried(() => openAccount(world.tx, { holder: { kind, ownerId }, now }));
    const taken = world.accounts.some((account) => account.kind === kind && account.ownerId === ownerId);
    agree("open", "threw" in answer, taken);
    if (taken) return;
    const { id } = world.sqlite.prepare("SELECT max(id) AS id FROM accounts").get() as { id: number };
    world.accounts.push({ id, kind, ownerId, balance: 0, last: 0 });
  },

  async transfer(world, { a, b, c, amount }) {
    const [debit, credit] = [pick(world.accounts, a), pick(world.accounts, b)];
    await pay(world, { key: `key:${c % 9}`, kind: pick(kinds, c), debit: debit.id, credit: credit.id, amount });
  },

  async replay(world, { a }) {
    const first = pick(world.transfers, a);
    if (first.kind !== "refund") await pay(world, first);
  },

  async refund(world, { a }) {
    const first = pick(world.transfers, a);
    const before = world.transfers.find((one) => one.refundOf === first.id);
    const payer = world.accounts.find((account) => account.id === first.credit)!;
    const fails = !before && (first.kind === "refund" || lacks(payer, first.amount));
    const answer = await tried(() => refund(world.tx, { transferId: first.id, actorId: 1, reason: "", now }));
    agree("refund", "threw" in answer, fails);
    if (before) agree("refund", answer, { value: { transferId: before.id } });
    if (before || fails) return;
    const { credit, debit, amount, id } = first;
    book(world, "refund", answer, {
      key: `refund:${id}`,
      kind: "refund",
      debit: credit,
      credit: debit,
      amount,
      refundOf: id,
    });
  },

  async claim(world, { a, b }) {
    const user = pick(people(world), a);
    const day = new Date(now.getTime() + (b % 3) * 86_400_000);
    const key = `daily:${user.ownerId}:${day.toISOString().slice(0, 10)}`;
    // Days are in order as their keys are; none is paid before one that was.
    const again = world.transfers.some((one) => one.key.startsWith(`daily:${user.ownerId}:`) && one.key >= key);
    const answer = await tried(() => claimDaily(world.tx, { userId: user.ownerId, amount: 100, now: day }));
    agree("claim", answer.value?.ok ?? false, !again);
    if (!again) bookNewest(world, "claim", { key, kind: "daily", debit: 1, credit: user.id, amount: 100 });
  },

  async grant(world, { a, c, amount }) {
    const user = pick(people(world), a);
    const requestKey = `form-${c % 4}`;
    const key = `grant:9:${requestKey}`;
    const first = world.transfers.find((one) => one.key === key);
    const grant = { moderatorId: 9, userId: user.ownerId, amount, reason: "thanks", requestKey, now };
    const answer = await tried(() => grantBuzz(world.tx, grant));
    const granted = amount <= GRANT_MAX && (!first || (first.credit === user.id && first.amount === amount));
    agree("grant", answer.value?.ok ?? false, granted);
    if (granted && !first) bookNewest(world, "grant", { key, kind: "grant", debit: 1, credit: user.id, amount });
  },
};

async function pay(world: World, { key, kind, debit, credit, amount }: Wanted) {
  const first = world.transfers.find((one) => one.key === key);
  const from = world.accounts.find((account) => account.id === debit)!;
  const to = world.accounts.find((account) => account.id === credit)!;
  const payment = { ...deed, key, kind: kind as (typeof kinds)[number], from, to, amount };
  const answer = await tried(() => transfer(world.tx, payment));
  if (first) {
    const same = first.kind === kind && first.debit === debit && first.credit === credit && first.amount === amount;
    if (same) return agree("replay", answer, { value: { ok: true, transferId: first.id } });
    return agree("replay", "threw" in answer, true);
  }
  if (lacks(from, amount)) {
    return agree("transfer", answer, { value: { ok: false, reason: "too-little-buzz", balance: from.balance } });
  }
  agree("transfer", "threw" in answer, debit === credit);
  if (debit !== credit) book(world, "transfer", answer, { key, kind, debit, credit, amount });
}

async function tried<T>(verb: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await verb() };
  } catch (error) {
    return { threw: error };
  }
}

function agree(name: string, found: unknown, wanted: unknown) {
  if (!isDeepStrictEqual(found, wanted)) {
    throw new Broken(name, `the model says ${JSON.stringify(wanted)}, the wallet ${JSON.stringify(found)}`);
  }
}

function bookNewest(world: World, name: string, wanted: Wanted) {
  const { id } = world.sqlite.prepare("SELECT max(id) AS id FROM transfers").get() as { id: number };
  book(world, name, { value: { transferId: id } }, wanted);
}

function book(world: World, name: string, answer: Outcome<object>, { refundOf, ...wanted }: Wanted) {
  const { transferId: id } = answer.value as { transferId: number };
  agree(name, id > (world.transfers.at(-1)?.id ?? 0), true);
  world.transfers.push({ id, ...wanted, refundOf: refundOf ?? null });
  for (const account of world.accounts) {
    if (account.id !== wanted.debit && account.id !== wanted.credit) continue;
    account.balance += account.id === wanted.debit ? -wanted.amount : wanted.amount;
    account.last = id;
  }
}

function lacks(account: Account, amount: number) {
  return account.kind !== "mint" && account.balance < amount;
}

function people(world: World) {
  return world.accounts.filter((account) => account.kind === "user");
}

export function pick<T>(from: readonly T[], dice: number) {
  return from[dice % from.length]!;
}
