import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { startFamily } from "~/domain/token/families.server";
import { createPersonalToken } from "~/domain/token/personal.server";
import type { Scope } from "~/domain/token/schema";
import { writeComment } from "~/domain/comment/writing.server";
import { storageKey } from "~/domain/media/files";
import { report } from "~/domain/moderation/reporting.server";
import { makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { startChild } from "./child-site";
import { withDatabase } from "./scratch";
import { visitor } from "./visitor";

const HOUR = 3_600_000;
const cast = {
  owner: {},
  other: {},
  moderator: { role: "moderator" },
  admin: { role: "admin" },
  banned: { bannedAt: new Date(), banReason: "A test" },
} as const;

export type Visitor = ReturnType<typeof visitor>;
export type Kind = keyof typeof cast | "anonymous";

/** A running site with a crucible, an entry and a picture of `owner`'s, and somebody of every kind to visit it. */
export async function populatedSite(folder: string, settings: Record<string, string> = {}) {
  const { tokens, things } = await withDatabase(folder, () => populate(folder));
  const site = await startChild({ folder, settings: { JOB_SCHEDULE: "0 0 1 1 *", ...settings } });
  const people = { anonymous: visitor(site.url) } as Record<Kind, Visitor>;
  for (const [kind, token] of Object.entries(tokens)) people[kind as Kind] = visitor(site.url, `session=${token}`);
  return { site, people, things, addressOf: (pattern: string) => filled(pattern, things) };
}

async function populate(folder: string) {
  const people: Record<string, number> = {};
  const tokens: Record<string, string> = {};
  for (const [kind, columns] of Object.entries(cast)) {
    people[kind] = await makePerson({ ...columns, username: `the-${kind}`, email: `${kind}@example.com` });
    tokens[kind] = await signIn(people[kind]!);
  }
  const now = Date.now();
  const times = {
    startsAt: new Date(now - HOUR),
    entriesCloseAt: new Date(now + 6 * HOUR),
    endsAt: new Date(now + 7 * HOUR),
  };
  const crucible = await openTestCrucible(people.owner!, { ...times, entryFee: 7 });
  const entry = await putEntry(crucible, people.owner!);
  for (const kind of ["other", "moderator", "admin"]) await putEntry(crucible, people[kind]!);
  const comment = await say(people.owner!, crucible);
  await complain(people.other!, comment);
  await letPrograms(people.owner!);
  return { tokens, things: { crucible, entry, comment, media: await pictureOf(people.owner!, folder) } };
}

/** A token and a connected app, the first of each. */
async function letPrograms(userId: number) {
  const given = { userId, scopes: ["read"] as Scope[], now: new Date() };
  await write(async (tx) => {
    await createPersonalToken(tx, { ...given, name: "A test", days: 7, random: randomBytes(32) });
    await startFamily(tx, { ...given, client: "crucible-cli", random: randomBytes });
  });
}

async function say(author: number, subjectId: number) {
  const viewer = { id: author, levels: 31, moderator: false };
  const comment = { author: viewer, subjectKind: "crucible", subjectId, body: "Well done", now: new Date() } as const;
  return (await write((tx) => writeComment(tx, comment)))!.commentId;
}

async function pictureOf(owner: number, folder: string) {
  const key = randomBytes(20).toString("hex");
  const path = join(folder, storageKey(key, "original"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "an image");
  await makeMedia(owner, { key });
  return key;
}

function complain(id: number, comment: number) {
  const reporter = { id, levels: 31, moderator: false };
  return write((tx) =>
    report(tx, { reporter, subjectKind: "comment", subjectId: comment, reason: "A test", now: new Date() }),
  );
}

export function signIn(userId: number) {
  const session = { userId, userAgent: "a test", now: new Date(), days: 1, replaces: null };
  return write((tx) => startSession(tx, session));
}

type Things = { crucible: number; entry: number; media: string; comment: number };

/** The pattern with things of `owner`'s in the place of its parameters; 1 where it is about something else. */
function filled(pattern: string, { crucible, entry, media, comment }: Things) {
  const ids: Record<string, number | string> = { crucibles: crucible, entries: entry, media, comments: comment };
  return pattern
    .replace(/^\/(\w+)\/:(?:id|key)/, (whole, room: string) => (ids[room] ? `/${room}/${ids[room]}` : whole))
    .replace(":id", "1")
    .replace(":username", "the-owner")
    .replace(/:\w+/g, () => randomUUID())
    .replace("*", "no/such/page");
}
