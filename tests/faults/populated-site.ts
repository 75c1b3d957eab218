import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { writeComment } from "~/domain/comment/writing.server";
import { storageKey } from "~/domain/media/files";
import { report } from "~/domain/moderation/reporting.server";
import { makeMedia, makePerson } from "~/tests/factories";
import { startChild } from "./child-site";
import { withDatabase } from "./scratch";
import { visitor } from "./visitor";

const cast = {
  owner: {},
  other: {},
  moderator: { role: "moderator" },
  admin: { role: "admin" },
  banned: { bannedAt: new Date(), banReason: "A test" },
} as const;

export type Visitor = ReturnType<typeof visitor>;
export type Kind = keyof typeof cast | "anonymous";
/** The numbers of the people. */
export type Cast = Record<keyof typeof cast, number>;
/** The numbers of things, by what their addresses begin with: `{ crucibles: 1 }`. */
type Things = Record<string, number | string>;

/** A running site with things of every kind and a picture of `owner`'s, and somebody of every kind to visit it. */
export async function populatedSite(folder: string, settings: Record<string, string> = {}) {
  const { tokens, things } = await withDatabase(folder, () => populate(folder));
  const site = await startChild({ folder, settings: { JOB_SCHEDULE: "0 0 1 1 *", ...settings } });
  const people = { anonymous: visitor(site.url) } as Record<Kind, Visitor>;
  for (const [kind, token] of Object.entries(tokens)) people[kind as Kind] = visitor(site.url, `session=${token}`);
  return { site, people, things, addressOf: (pattern: string) => filled(pattern, things) };
}

async function populate(folder: string) {
  const people = {} as Cast;
  const tokens: Record<string, string> = {};
  for (const kind of Object.keys(cast) as (keyof Cast)[]) {
    people[kind] = await makePerson({ ...cast[kind], username: `the-${kind}`, email: `${kind}@example.com` });
    tokens[kind] = await signIn(people[kind]);
  }
  const things = await makeThings(people);
  const comments = await say(people.owner, things.crucibles as number);
  await complain(people.other, comments);
  return {
    tokens,
    things: { ...things, comments, people: people.banned, media: await pictureOf(people.owner, folder) },
  };
}

/** What each file in `things` makes: a new kind brings its own. */
async function makeThings(people: Cast) {
  const things: Things = {};
  for (const file of await readdir("tests/faults/things")) {
    const kind = (await import(resolve("tests/faults/things", file))) as {
      makeThings: (people: Cast) => Promise<Things>;
    };
    Object.assign(things, await kind.makeThings(people));
  }
  return things;
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

/**
 * The pattern with things of `owner`'s in the place of its parameters; 1 where it is about something else. Moderators act
 * on somebody banned: a new role signs out its person, and the others are still to try the rest.
 */
function filled(pattern: string, things: Things) {
  return pattern
    .replace(/^\/(\w+)\/:(?:id|key)/, (whole, room: string) => (things[room] ? `/${room}/${things[room]}` : whole))
    .replace("/people/:id", `/people/${things.people}`)
    .replace(":id", "1")
    .replace(":entry", String(things.entry ?? 1))
    .replace(":username", "the-owner")
    .replace(/:\w+/g, () => randomUUID())
    .replace("*", "no/such/page");
}
