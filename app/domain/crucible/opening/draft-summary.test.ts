import { expect, test } from "vitest";
import { write } from "~/db/write";
import { blueWallet, mint } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { useDatabase } from "~/tests/database";
import { makePerson, NOON } from "~/tests/factories";
import { summarizeDraft } from "./draft-summary.server";
import { saveDraft } from "./drafting.server";

useDatabase();

function giveBlue(userId: number, amount: number) {
  const about = { subject: "challenge:1", actorId: null, now: NOON } as const;
  const gift = { key: "took-part:1:1", kind: "took-part", from: mint, to: blueWallet(userId), amount } as const;
  return write((tx) => transfer(tx, { ...gift, ...about }));
}

function chooseDay(userId: number) {
  return write((tx) => saveDraft(tx, { userId, step: "entry", typed: { duration: "24", fee: "0" }, now: NOON }));
}

test("a price is paid from one wallet, and the wizard knows which: blue where there is enough of it", async () => {
  const person = await makePerson({ buzz: 700 });
  await chooseDay(person);
  expect(await summarizeDraft(person, NOON)).toMatchObject({ setupFee: 500, balance: 700, blue: false });
  await giveBlue(person, 600);
  expect(await summarizeDraft(person, NOON)).toMatchObject({ setupFee: 500, balance: 600, blue: true });
});

test("too little blue pays nothing, and what is free is paid from no wallet", async () => {
  const person = await makePerson({ buzz: 700 });
  await giveBlue(person, 499);
  expect(await summarizeDraft(person, NOON)).toMatchObject({ setupFee: 0, balance: 700, blue: false });
  await chooseDay(person);
  expect(await summarizeDraft(person, NOON)).toMatchObject({ setupFee: 500, balance: 700, blue: false });
});
