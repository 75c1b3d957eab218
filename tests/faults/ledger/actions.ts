import { openAccount } from "~/domain/wallet/accounts.server";
import { claimDaily } from "~/domain/wallet/claiming.server";
import { grantBuzz } from "~/domain/wallet/granting.server";
import { refund } from "~/domain/wallet/refunding.server";
import { GRANT_MAX } from "~/domain/wallet/schema";
import { transfer } from "~/domain/wallet/transferring.server";
import {
  accountNumbered,
  addOpened,
  agree,
  book,
  bookNewest,
  bookRepayment,
  lacks,
  owes,
  pick,
  tried,
} from "./booking";
import type { Wanted } from "./booking";
import type { Flow } from "./books";
import { debtDeeds } from "./debt-deeds";
import { deed, now } from "./model";
import type { Account, Dice, LedgerModel } from "./model";

export type Action = (world: LedgerModel, dice: Dice) => Promise<void>;

/** What the wallet's own verbs do, each beside what the model says must come of it. */
export const actions: Record<string, Action> = {
  ...debtDeeds,

  async open(world, { a }) {
    const owner = a % 2 ? ({ kind: "user", ownerKind: "user" } as const) : { kind: "escrow", ownerKind: "crucible" };
    const holder = { ...(owner as Pick<Account, "kind" | "ownerKind">), ownerId: 100 + (a % 5) };
    const answer = await tried(() => openAccount(world.tx, { holder, now }));
    const taken = world.accounts.some(({ kind, ownerId }) => kind === holder.kind && ownerId === holder.ownerId);
    agree("open", "threw" in answer, taken);
    if (!taken) addOpened(world, holder);
  },

  /** Any kind between any two: mostly a way that it does not go. */
  async transfer(world, { a, b, c, amount }) {
    const [debit, credit] = [pick(world.accounts, a), pick(world.accounts, b)];
    const { kind } = pick(world.rules.flows, c);
    await pay(world, { key: `key:${c % 9}`, kind, debit: debit.id, credit: credit.id, amount });
  },

  async "transfer the right way"(world, { a, b, c, amount }) {
    const { kind, from, to } = pick(world.rules.flows, c);
    const debits = world.accounts.filter((account) => account.kind === from);
    const credits = world.accounts.filter((account) => account.kind === to);
    if (debits.length === 0 || credits.length === 0) return;
    const ends = { debit: pick(debits, a).id, credit: pick(credits, b).id };
    await pay(world, { key: `way:${c}:${a % 3}`, kind, ...ends, amount });
  },

  async replay(world, { a }) {
    const first = pick(world.transfers, a);
    if (first.kind !== "refund") await pay(world, first);
  },

  async refund(world, { a }) {
    const first = pick(world.transfers, a);
    const before = world.transfers.find((one) => one.refundOf === first.id);
    const [payee, payer] = [accountNumbered(world, first.credit), accountNumbered(world, first.debit)];
    const shut = payee.closed || payer.closed || lacks(payee, first.amount);
    const fails = !before && (!world.rules.refundable.has(first.kind) || Boolean(shut));
    const answer = await tried(() => refund(world.tx, { transferId: first.id, actorId: 1, reason: "", now }));
    agree("refund", "threw" in answer, fails);
    if (before) agree("refund", answer, { value: { transferId: before.id } });
    if (before || fails) return;
    const back = { debit: payee.id, credit: payer.id, amount: first.amount, refundOf: first.id };
    book(world, "refund", answer.value!.transferId, { key: `refund:${first.id}`, kind: "refund", ...back });
    bookRepayment(world, "refund", payer, `debt:${answer.value!.transferId}`);
  },

  async claim(world, { a, b }) {
    const user = pick(people(world), a);
    const day = new Date(now.getTime() + (b % 3) * 86_400_000);
    const key = `daily:${user.ownerId}:${day.toISOString().slice(0, 10)}`;
    // Days are in order as their keys are; none is paid before one that was.
    const again = world.transfers.some((one) => one.key.startsWith(`daily:${user.ownerId}:`) && one.key >= key);
    const answer = await tried(() => claimDaily(world.tx, { userId: user.ownerId, amount: 100, now: day }));
    const wanted = again ? "claimed-today" : owes(world, user) ? "in-debt" : "ok";
    agree("claim", answer.value && (answer.value.ok ? "ok" : answer.value.reason), wanted);
    if (wanted === "ok") bookNewest(world, "claim", { key, kind: "daily", debit: 1, credit: user.id, amount: 100 });
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
    if (!granted || first) return;
    bookNewest(world, "grant", { key, kind: "grant", debit: 1, credit: user.id, amount });
    bookRepayment(world, "grant", user, `debt:${world.transfers.at(-1)!.id}`);
  },
};

async function pay(world: LedgerModel, { key, kind, debit, credit, amount }: Wanted) {
  const first = world.transfers.find((one) => one.key === key);
  const [from, to] = [accountNumbered(world, debit), accountNumbered(world, credit)];
  const payment = { ...deed, key, kind: kind as Flow["kind"], from, to, amount };
  const answer = await tried(() => transfer(world.tx, payment));
  if (first) {
    const same = first.kind === kind && first.debit === debit && first.credit === credit && first.amount === amount;
    if (same) return agree("replay", answer, { value: { ok: true, transferId: first.id } });
    return agree("replay", "threw" in answer, true);
  }
  if (world.rules.blockedByDebt.has(kind) && (owes(world, from) || owes(world, to))) {
    return agree("transfer", answer, { value: { ok: false, reason: "in-debt" } });
  }
  if (lacks(from, amount)) {
    return agree("transfer", answer, { value: { ok: false, reason: "too-little-buzz", balance: from.balance } });
  }
  const impossible = forbidden(world, kind, from, to) || (to.kind === "debt" && to.balance + amount > 0);
  agree("transfer", "threw" in answer, impossible);
  if (impossible) return;
  const { transferId } = answer.value as { transferId: number };
  book(world, "transfer", transferId, { key, kind, debit, credit, amount });
  bookRepayment(world, "transfer", to, `debt:${transferId}`);
}

function forbidden(world: LedgerModel, kind: string, from: Account, to: Account) {
  const goes = world.rules.flows.some((flow) => flow.kind === kind && flow.from === from.kind && flow.to === to.kind);
  return !goes || from.id === to.id || from.closed === 1 || to.closed === 1;
}

function people(world: LedgerModel) {
  return world.accounts.filter((account) => account.kind === "user");
}
