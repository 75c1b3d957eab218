import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { handle, openDatabase } from "~/db/client";
import { takeLease } from "~/db/lease";
import { write } from "~/db/write";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { pickIndex, seededRandom } from "~/domain/contest/random";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { judgeClient, rowsOf } from "~/tests/judge-client";
import { hoursLater, makeMedia, openTestCrucible } from "~/tests/factories";

// A process that uses the site as hard as it can, or `perSecond` times a second: enters, judges, settles. It writes a
// line down for every deed that was acknowledged to it, and expects to be killed at any moment.
const [file, acked, seed, perSecond, replicated] = process.argv.slice(2) as [string, string, string, string, string];
const VOTES_EACH = 40;
const ENTRIES_EACH = 6;
const random = seededRandom(Number(seed));
const during = hoursLater(1);

openDatabase(file, { replicated: replicated === "true" });
await takeLease({ waitMs: 20_000, onLost: () => process.exit(3) });
process.send?.("ready");
for (let deeds = 0, startedAt = Date.now(); ; deeds++) {
  if (Number(perSecond) > 0) await sleep(startedAt + (deeds * 1000) / Number(perSecond) - Date.now());
  await act();
}

async function act() {
  const [crucible] = rowsOf<{ id: number; entry_count: number; vote_count: number }>(
    "SELECT * FROM crucibles WHERE status = 'active' LIMIT 1",
  );
  if (!crucible) return open();
  if (crucible.entry_count < ENTRIES_EACH) return enter(crucible.id);
  if (crucible.vote_count < VOTES_EACH && (await judge(crucible.id))) return;
  await settleEndedCrucibles({ now: hoursLater(9) });
  ack("settled", crucible.id);
}

async function open() {
  ack("opened", await openTestCrucible(someone(), { entryFee: 7 }));
}

async function enter(crucibleId: number) {
  const entrantId = someone();
  const mediaId = await makeMedia(entrantId);
  const entered = await write((tx) => enterCrucible(tx, { entrantId, crucibleId, mediaIds: [mediaId], now: during }));
  if (!entered?.ok) throw new Error(`Refused: ${JSON.stringify(entered)}`);
  ack("entered", entered.entryIds[0]!);
}

/** False when this judge has had every pair. */
async function judge(crucibleId: number) {
  const client = judgeClient(
    { id: someone(), levels: 31, score: 0, supporter: false, barrier: null },
    crucibleId,
    random,
  );
  const seat = await client.sit(during);
  if (!seat?.ok) return false;
  const pair = client.on("current")!;
  const cast = await client.vote(random() < 0.5 ? "left" : "right", during);
  if (cast?.ok && cast.counted) ack("voted", pair.id);
  return true;
}

function someone() {
  const people = handle().reader.prepare("SELECT id FROM users ORDER BY id").pluck().all() as number[];
  return people[pickIndex(random, people.length)]!;
}

function ack(deed: string, id: number) {
  appendFileSync(acked, `${deed} ${id} ${Date.now()}\n`);
}
