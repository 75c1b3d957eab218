import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { write } from "~/db/write";
import fc from "~/tests/seed";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makeMedia, makePerson, openTestCrucible } from "~/tests/factories";
import { cancelCrucible } from "./settling/canceling.server";
import { disqualifyEntry } from "./entering/disqualifying.server";
import { enterCrucible } from "./entering/entering.server";
import { settleEndedCrucibles } from "./settling/settling.server";
import { startDueCrucibles } from "./opening/starting.server";
import { withdrawEntry } from "./entering/withdrawing.server";

useDatabase();

const index = fc.nat({ max: 30 });
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("enter" as const), who: index, media: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("vote" as const), a: index, b: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("withdraw" as const), entry: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("disqualify" as const), entry: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("cancel", "settle", "start", "settle twice and cancel") }) },
);
const terms = fc.record({
  entryFee: fc.constantFrom(0, 1, 7, 101),
  entriesCap: fc.constantFrom(null, 2, 4),
  entriesPerPerson: fc.constantFrom(1, 2, 5),
  prizes: fc.constantFrom([100], [60, 40], [50, 30, 20], Array<number>(20).fill(5)),
  status: fc.constantFrom("pending" as const, "active" as const),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
type Life = { crucible: number; people: number[]; hours: number };

async function play(life: Life, act: Act) {
  const { crucible } = life;
  const now = hoursLater(life.hours);
  const field = await standing(crucible);
  const settle = () => settleEndedCrucibles({ now });
  const cancel = () =>
    write((tx) => cancelCrucible(tx, { moderatorId: 1, crucibleId: crucible, reason: "model", now }));
  if (act.do === "wait") life.hours += act.hours;
  if (act.do === "settle") await settle();
  if (act.do === "cancel") await cancel();
  if (act.do === "settle twice and cancel") await Promise.all([settle(), cancel(), settle()]);
  if (act.do === "start") await write((tx) => startDueCrucibles(tx, { now }));
  if (act.do === "enter") await enter(life, act.who, act.media, now);
  if (field.length === 0) return;
  if (act.do === "withdraw") {
    const { id: entryId, entrantId } = field[act.entry % field.length]!;
    await write((tx) => withdrawEntry(tx, { entrantId, entryId, now }));
  }
  if (act.do === "disqualify") {
    const entryId = field[act.entry % field.length]!.id;
    await write((tx) => disqualifyEntry(tx, { moderatorId: 1, entryId, reason: "model", now }));
  }
  const [a, b] = act.do === "vote" ? [field[act.a % field.length]!.id, field[act.b % field.length]!.id] : [0, 0];
  const running = (await find(crucible)).status === "active";
  if (a !== b && running) await castVotes(crucible, await makePerson({ buzz: 0 }), [[a, b]]);
}

async function enter({ crucible, people }: Life, who: number, count: number, now: Date) {
  const entrantId = people[who % people.length]!;
  const mediaIds = await Promise.all(Array.from({ length: count }, () => makeMedia(entrantId)));
  const all = mediaIds.map(() => write((tx) => enterCrucible(tx, { entrantId, crucibleId: crucible, mediaIds, now })));
  await Promise.all(all); // the same form, several times at once
}

async function find(crucible: number) {
  return (await reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucible) }))!;
}

function standing(crucible: number) {
  return reader()
    .select({ id: entries.id, entrantId: entries.entrantId })
    .from(entries)
    .where(and(eq(entries.crucibleId, crucible), isNull(entries.withdrawnAt), isNull(entries.disqualifiedAt)));
}

function sql(query: string) {
  return handle().reader.prepare(query).pluck().get() as number;
}

async function check({ crucible, people }: Life) {
  const row = await find(crucible);
  const field = await standing(crucible);
  const escrow = sql(`SELECT balance FROM accounts WHERE kind = 'escrow' AND owner_id = ${crucible}`);
  const fees = sql(
    `SELECT coalesce(sum(fee), 0) FROM entries WHERE crucible_id = ${crucible} AND withdrawn_at IS NULL`,
  );
  const over = row.status === "completed" || row.status === "cancelled";
  expect(sql("SELECT sum(balance) FROM accounts")).toBe(0);
  expect(escrow).toBe(over ? 0 : fees);
  expect(row.entryCount).toBe(field.length);
  expect(row.entrantCount).toBe(new Set(field.map(({ entrantId }) => entrantId)).size);
  if (row.entriesCap !== null) expect(field.length).toBeLessThanOrEqual(row.entriesCap);
  for (const person of people) {
    expect(field.filter(({ entrantId }) => entrantId === person).length).toBeLessThanOrEqual(row.entriesPerPerson);
  }
  const out = sql(
    `SELECT coalesce(sum(amount), 0) FROM transfers WHERE subject = 'crucible:${crucible}' AND kind IN ('prize', 'remainder')`,
  );
  expect(out).toBe(row.outcome === "paid" || row.outcome === "empty" ? fees : 0);
  expect(sql(`SELECT coalesce(sum(prize), 0) FROM entries WHERE crucible_id = ${crucible}`)).toBeLessThanOrEqual(out);
  if (row.status === "cancelled")
    expect(sql(`SELECT count(*) FROM entries WHERE crucible_id = ${crucible} AND place IS NOT NULL`)).toBe(0);
}

test("whatever people, moderators, jobs and the clock do, the books and the counts agree", async () => {
  await fc.assert(
    fc.asyncProperty(terms, fc.array(act, { minLength: 5, maxLength: 40 }), async (terms, acts) => {
      const people = await Promise.all([50, 300, 1000, 1000].map((buzz) => makePerson({ buzz })));
      const life = { crucible: await openTestCrucible(people[0]!, terms), people, hours: 0 };
      for (const one of acts) {
        await play(life, one);
        await check(life);
      }
      life.hours = 9;
      if (terms.status === "pending") await play(life, { do: "start" });
      await play(life, { do: "settle" });
      await check(life);
      expect((await find(life.crucible)).status).toMatch(/^(completed|cancelled)$/);
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 60) },
  );
});
