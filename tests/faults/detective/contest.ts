import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { write } from "~/db/write";
import { writeComment } from "~/domain/comment/writing.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { storageKey } from "~/domain/media/files";
import { castVotes, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { signIn } from "../populated-site";

const HOUR = 3_600_000;
const ENDED = 12;

/**
 * A running crucible and one that is over, with as much that gives away as people can leave: the entrants come one after the
 * other, each says under their own pictures whose they are, and describes them so. Returns a judge's session.
 */
export async function fillSite(folder: string, { entrants, each }: { entrants: number; each: number }) {
  const people: { id: number; name: string }[] = [];
  for (let i = 0; i < entrants; i++) {
    const name = `artist-${String(i).padStart(4, "0")}`;
    people.push({ name, id: await makePerson({ username: name }) });
  }
  const judge = await makePerson({ username: "the-judge" });
  const now = Date.now();
  const creatorId = people[0]!.id;
  const over = await openTestCrucible(creatorId, times(now - 9 * HOUR, now - 3 * HOUR, now - HOUR));
  const running = await openTestCrucible(creatorId, times(now - HOUR, now + 6 * HOUR, now + 7 * HOUR));
  const ended: number[] = [];
  for (const person of people.slice(0, ENDED)) ended.push(await enter(folder, over, person));
  await castVotes(
    over,
    judge,
    ended.slice(1).map((entry, i) => [entry, ended[i]!] as const),
  );
  for (const person of people) for (let n = 0; n < each; n++) await enter(folder, running, person);
  await settleEndedCrucibles({ now: new Date(now) });
  return signIn(judge);
}

function times(startsAt: number, entriesCloseAt: number, endsAt: number) {
  return { startsAt: new Date(startsAt), entriesCloseAt: new Date(entriesCloseAt), endsAt: new Date(endsAt) };
}

async function enter(folder: string, crucible: number, { id, name }: { id: number; name: string }) {
  const key = randomBytes(20).toString("hex");
  const alt = `Drawn by ${[...name].join(" ")} ${key.slice(0, 6)}`;
  const entry = await putEntry(crucible, id, { key, alt, thumbhash: randomBytes(24), width: 400 + (id % 500) });
  const path = join(folder, storageKey(key, "320.webp"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, randomBytes(200 + Math.floor(Math.random() * 4000)));
  const { mediaId } = (await reader().query.entries.findFirst({ where: eq(entries.id, entry) }))!;
  const author = { id, levels: 31, moderator: false };
  const body = `This one is mine, says ${name} of ${key.slice(0, 8)}: https://example.com/${name}`;
  await write((tx) => writeComment(tx, { author, subjectKind: "media", subjectId: mediaId, body, now: new Date() }));
  return entry;
}
