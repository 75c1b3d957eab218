import { createHash } from "node:crypto";
import { write } from "../write";
import { advanceEndedChallenges } from "~/domain/challenge/ending/advancing.server";
import { cancelChallenge } from "~/domain/challenge/ending/canceling.server";
import { enterChallenge } from "~/domain/challenge/entering/entering.server";
import { setJudge, theJudge } from "~/domain/challenge/judge/port.server";
import { rateChallenge } from "~/domain/challenge/moderating.server";
import { openChallenge } from "~/domain/challenge/opening/opening.server";
import { startDueChallenges } from "~/domain/challenge/opening/starting.server";
import { askDue } from "~/domain/challenge/reviewing/asking.server";
import { standardCriteria } from "~/domain/challenge/schema";
import type { Terms } from "~/domain/challenge/schema";
import type { Demo, DemoMedia, DemoPart } from "./demo";
import { demoJudge } from "./demo-judge";

const HOUR = 3_600_000;

export const demo: DemoPart = { order: 20, run: showChallenges };

type Shown = Pick<Terms, "title" | "theme" | "invitation"> & {
  /** Who opens it: a person by their place in the demo, or the site. */
  by: number | "site";
  /** Hours before now at which it starts; negative for one that is yet to start. */
  age: number;
  hours: number;
  prizes: number[];
  /** The works that are entered, by their place in the demo. */
  enters: (at: number) => boolean;
  /** Also ratings that are not sent to a model, so that people judge. */
  byPeople?: boolean;
};

const none = () => false;

// Running ones take works that run in a crucible as well, so that no more of the demo is nameless than before.
const shown: Shown[] = [
  {
    title: "Small voyages",
    theme: "Small voyages",
    invitation: "The shortest trip that still counts as one.",
    ...{ by: "site", age: 30, hours: 24, prizes: [500, 300, 200], enters: (at) => at % 2 === 1 },
  },
  {
    title: "Heavy weather",
    theme: "Heavy weather",
    invitation: "Wind you can lean on. Show us weather that has made up its mind.",
    ...{ by: "site", age: 18, hours: 24, prizes: [500, 300, 200], enters: (at) => at % 4 === 0 },
  },
  {
    title: "Left behind",
    theme: "Left behind",
    invitation: "What stays when everybody has gone.",
    ...{ by: "site", age: -30, hours: 24, prizes: [500, 300, 200], enters: none },
  },
  {
    title: "One fruit, seriously",
    theme: "One fruit",
    invitation: "A portrait of a fruit that has seen things.",
    ...{ by: 2, age: 10, hours: 72, prizes: [100, 50], enters: (at) => at % 6 === 0, byPeople: true },
  },
  {
    title: "Two things at once",
    theme: "Two things at once",
    invitation: "A picture that is also another picture.",
    ...{ by: "site", age: 5, hours: 24, prizes: [200], enters: none },
  },
];

/** Challenges in every state: one completed and paid, one that is judged now, one to come, one for people, one canceled. */
async function showChallenges(demo: Demo) {
  const own = theJudge();
  setJudge(demoJudge);
  for (const one of shown) await showOne(one, demo);
  setJudge(own);
}

async function showOne(one: Shown, demo: Demo) {
  const { works, people, now } = demo;
  const start = new Date(now.getTime() - one.age * HOUR);
  const challengeId = await open(one, demo, start);
  const entered = works.filter((work, at) => one.enters(at) && work.ownerId !== creatorOf(one, people));
  for (const work of entered) await enter(challengeId, work, new Date(start.getTime() + HOUR / 2));
  await askDue({ now: new Date(Math.min(now.getTime(), start.getTime() + HOUR)), forMs: 60_000 });
  if (one.age > one.hours) await settle(new Date(start.getTime() + one.hours * HOUR));
  if (one.title === "Two things at once") await cancel(challengeId, people, now);
}

function creatorOf({ by }: Shown, people: readonly number[]) {
  return by === "site" ? null : people[by]!;
}

async function open(one: Shown, demo: Demo, start: Date) {
  const { title } = one;
  const [creatorId, now] = [creatorOf(one, demo.people), demo.now];
  const terms = termsOf(one, demo, start);
  const opener = { source: creatorId === null ? ("system" as const) : ("user" as const), creatorId };
  const opening = {
    opener,
    terms,
    requestKey: `demo-${title}`,
    lotSalt: `demo-${title}`,
    now: one.age < 0 ? now : start,
  };
  const opened = await write((tx) => openChallenge(tx, opening));
  if (!opened.ok) throw new Error(`The demo’s challenge ${title} was refused: ${opened.reason}.`);
  await write((tx) => startDueChallenges(tx, { now }));
  await write((tx) => rateChallenge(tx, { challengeId: opened.challengeId, level: 1 }));
  return opened.challengeId;
}

function termsOf(one: Shown, { people, works }: Demo, start: Date): Terms {
  const { title, theme, invitation, hours, prizes, byPeople } = one;
  return {
    ...{ title, theme, invitation, prizes, durationHours: hours },
    description: "",
    coverMediaId: coverOf(one, works, people),
    rematchOf: null,
    startsAt: one.age < 0 ? start : null,
    visibleFrom: null,
    ...{ entriesPerPerson: 20, entriesCap: 500, levels: byPeople ? 7 : 3, madeForThis: false },
    ...{ modelRule: "any", versionIds: [], criteria: [...standardCriteria], reviews: 60, careful: false },
    prompt: "Reward an idea over finish. A picture that needs no caption beats one that does.",
  };
}

/** One of the creator’s works; for the site’s own, a good one that is not entered. */
function coverOf(one: Shown, works: DemoMedia[], people: readonly number[]) {
  const creatorId = creatorOf(one, people);
  const fit = works.filter((work, at) => (creatorId === null ? at % 4 === 3 : work.ownerId === creatorId));
  return fit[shown.indexOf(one) % fit.length]!.mediaId;
}

async function enter(challengeId: number, { ownerId, mediaId }: DemoMedia, now: Date) {
  const keys = () => createHash("sha256").update(`demo:${challengeId}:${mediaId}`).digest("hex").slice(0, 32);
  const entering = { entrantId: ownerId, challengeId, mediaIds: [mediaId], keys, now };
  const done = await write((tx) => enterChallenge(tx, entering));
  if (!done?.ok) throw new Error(`The demo’s entry was refused: ${JSON.stringify(done)}`);
}

/** What the job does after the end, until nothing moves. */
async function settle(now: Date) {
  do await advanceEndedChallenges({ now });
  while ((await askDue({ now, forMs: 60_000 })) > 0);
}

async function cancel(challengeId: number, people: readonly number[], now: Date) {
  const reason = "Two moderators opened the same theme.";
  await write((tx) => cancelChallenge(tx, { actorId: people[0]!, challengeId, reason, now }));
}
