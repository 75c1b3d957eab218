import { house } from "~/domain/wallet/accounts.server";
import { repayDebts } from "~/domain/wallet/owing.server";
import { pay } from "~/domain/wallet/paying.server";
import { clawBack, forgiveDebt } from "~/domain/wallet/recovering.server";
import { addOpened, agree, book, bookNewest, bookRepayment, debtAccount, lacks, owes, pick, tried } from "./booking";
import type { Action } from "./actions";
import { deed, now } from "./model";
import type { LedgerModel } from "./model";

/** The verbs of debts and of paying from one of two wallets. */
export const debtDeeds: Record<string, Action> = {
  async "claw back"(world, { a, c, amount }) {
    const user = pick(wallets(world), a);
    const key = `clawback:${user.ownerId}:${c % 3}`;
    const [taken, owed] = [paid(world, key), paid(world, `${key}:debt`)];
    const answer = await tried(() => clawBack(world.tx, { ...deed, key, userId: user.ownerId, amount }));
    if (taken || owed) {
      const first = { taken: taken?.amount ?? 0, owed: owed?.amount ?? 0 };
      if (first.taken + first.owed !== amount) return agree("claw back", "threw" in answer, true);
      return agree("claw back", answer, { value: first });
    }
    const there = Math.min(amount, user.balance);
    agree("claw back", answer, { value: { taken: there, owed: amount - there } });
    const take = { kind: "clawback", credit: 1 };
    if (there > 0) bookNewest(world, "claw back", { ...take, key, debit: user.id, amount: there });
    if (amount === there) return;
    const { ownerId } = user;
    const debt = debtAccount(world, ownerId) ?? addOpened(world, { kind: "debt", ownerKind: "user", ownerId });
    bookNewest(world, "claw back", { ...take, key: `${key}:debt`, debit: debt.id, amount: amount - there });
  },

  async forgive(world, { a, c }) {
    const user = pick(wallets(world), a);
    const key = `forgiven:${user.ownerId}:${c % 4}`;
    const debt = debtAccount(world, user.ownerId);
    const first = paid(world, key);
    const amount = first?.amount ?? -(debt?.balance ?? 0);
    const answer = await tried(() => forgiveDebt(world.tx, { ...deed, key, userId: user.ownerId }));
    if (amount === 0) return agree("forgive", answer, { value: { ok: false, reason: "no-debt" } });
    agree("forgive", answer.value?.ok, true);
    if (!first) bookNewest(world, "forgive", { key, kind: "forgiveness", debit: 1, credit: debt!.id, amount });
  },

  async "repay all"(world) {
    const debtors = world.accounts
      .filter(({ kind, balance }) => kind === "debt" && balance < 0)
      .map(({ ownerId }) => wallets(world).find((one) => one.ownerId === ownerId)!)
      .filter(({ balance }) => balance > 0);
    const answer = await tried(() => repayDebts(world.tx, { now }));
    agree("repay all", answer, { value: debtors.length });
    for (const one of debtors) bookRepayment(world, "repay all", one, `debt:after:${one.last}:${one.ownerId}`);
  },

  async "pay from one of two"(world, { a, c, amount }) {
    const user = pick(wallets(world), a);
    const key = `pay:${user.ownerId}:${c % 3}`;
    const kind = c % 2 ? "setup-fee" : "lab-test";
    const price = { ...deed, key, kind, to: house, userId: user.ownerId, amount } as const;
    const answer = await tried(() => pay(world.tx, price));
    const first = paid(world, key);
    if (first && first.kind === kind && first.amount === amount) return agree("pay", answer.value?.ok, true);
    if (first) return agree("pay", "threw" in answer, true);
    if (owes(world, user)) return agree("pay", answer, { value: { ok: false, reason: "in-debt" } });
    const blue = world.accounts.find((one) => one.kind === "blue" && one.ownerId === user.ownerId);
    const from = blue && blue.balance >= amount ? blue : user;
    if (lacks(from, amount)) return agree("pay", answer.value?.ok, false);
    agree("pay", answer.value?.ok, true);
    const { transferId } = answer.value as { transferId: number };
    book(world, "pay", transferId, { key, kind, debit: from.id, credit: houseNumber(world), amount });
  },
};

function paid(world: LedgerModel, key: string) {
  return world.transfers.find((one) => one.key === key);
}

function wallets(world: LedgerModel) {
  return world.accounts.filter(({ kind }) => kind === "user");
}

function houseNumber(world: LedgerModel) {
  return world.accounts.find(({ kind }) => kind === "house")!.id;
}
