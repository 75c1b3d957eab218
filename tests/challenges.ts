import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import { advanceEndedChallenges } from "~/domain/challenge/ending/advancing.server";
import { enterChallenge } from "~/domain/challenge/entering/entering.server";
import type { Judge } from "~/domain/challenge/judge/port.server";
import { openChallenge } from "~/domain/challenge/opening/opening.server";
import { askDue } from "~/domain/challenge/reviewing/asking.server";
import type { Terms } from "~/domain/challenge/schema";
import { storageKey } from "~/domain/media/files";
import { chatJudge } from "~/web/outgoing/chat-judge.server";
import { hoursLater, makeMedia, NOON } from "./factories";

/** What a challenge is in tests unless they say otherwise: from noon for a day, three prizes of 600 in all, ten reviews. */
const plainTerms: Terms = {
  title: "Heavy Weather",
  theme: "Heavy weather",
  invitation: "Wind you can lean on.",
  description: "",
  coverMediaId: null,
  rematchOf: null,
  durationHours: 24,
  startsAt: null,
  visibleFrom: null,
  entriesPerPerson: 20,
  entriesCap: 500,
  levels: 3,
  madeForThis: false,
  modelRule: "any",
  versionIds: [],
  criteria: [
    { label: "Theme", question: "Is it heavy weather?", percent: 60 },
    { label: "Aesthetic", question: "Is it well made?", percent: 40 },
  ],
  prompt: "Look for wind.",
  reviews: 10,
  careful: false,
  prizes: [300, 200, 100],
};

type Opening = { creatorId: number | null; terms?: Partial<Terms>; now?: Date };

/** Opens a challenge of a person’s, or of the site’s where there is none, and returns its number. */
export async function openTestChallenge({ creatorId, terms = {}, now = NOON }: Opening) {
  const opener = { source: creatorId === null ? ("system" as const) : ("user" as const), creatorId };
  const opened = await write((tx) =>
    openChallenge(tx, {
      ...{ opener, terms: { ...plainTerms, ...terms }, requestKey: randomUUID(), lotSalt: "a salt", now },
    }),
  );
  if (!opened.ok) throw new Error(`The challenge was refused: ${opened.reason}.`);
  return opened.challengeId;
}

/** A picture with a file behind it, of one brightness of 0 to 255, in `folder`. */
export async function makePainted(folder: string, ownerId: number, light: number) {
  const webp = await sharp({
    create: { width: 64, height: 64, channels: 3, background: { r: light, g: Math.round(light / 2), b: 20 } },
  })
    .webp()
    .toBuffer();
  const key = createHash("sha256").update(randomUUID()).digest("hex").slice(0, 40);
  const file = join(folder, storageKey(key, "800.webp"));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, webp);
  return makeMedia(ownerId, { key, hasPoster: true });
}

/** Enters a person’s media; throws when they are refused. */
export async function enter(challengeId: number, entrantId: number, mediaIds: number[], now = hoursLater(1)) {
  const keys = () => randomBytes(16).toString("hex");
  const done = await write((tx) => enterChallenge(tx, { entrantId, challengeId, mediaIds, keys, now }));
  if (!done?.ok) throw new Error(`Nothing was entered: ${JSON.stringify(done)}`);
  return done.entryIds;
}

/** A judge at a server that speaks OpenRouter’s protocol. */
export function testJudge(url: string, more: Partial<Judge> & { timeLimitMs?: number } = {}): Judge {
  const { timeLimitMs = 60_000, ...rest } = more;
  const endpoint = { baseUrl: url, key: "a-key-of-tests", openRouter: true, timeLimitMs };
  const usual = { provider: "OpenRouter", models: ["test/eyes"], carefulModel: null, levels: 7, dailyMicroUsd: 5e6 };
  return { ...chatJudge(endpoint, usual), ...rest };
}

/** Runs what the job runs, until nothing moves. */
export async function settle(now: Date) {
  for (let run = 0; run < 20; run += 1) {
    const done = await advanceEndedChallenges({ now });
    const asked = await askDue({ now, forMs: 20_000 });
    if (done + asked === 0) return;
  }
  throw new Error("It never came to rest.");
}

export function findChallenge(id: number) {
  return reader().query.challenges.findFirst({ where: (table, { eq }) => eq(table.id, id) });
}
