import { and, eq, gte, inArray, lt, ne, or } from "drizzle-orm";
import type { Db, Tx } from "~/db/client";
import { reader } from "~/db/client";
import { challenges, systemDays } from "~/db/schema/challenge";
import { processSingleton } from "~/db/singleton";
import { write } from "~/db/write";
import { pickIndex } from "~/domain/contest/random";
import type { Random } from "~/domain/contest/random";
import { openChallenge } from "../opening/opening.server";
import { entriesCap, entriesPerPerson, prizes, standardCriteria, systemReviews } from "../schema";
import type { Terms } from "../schema";
import { themes } from "./themes";
import type { Theme } from "./themes";

const DAY = 86_400_000;
const THEME_RESTS_DAYS = 90;

const planned = processSingleton("challenge-horizon", () => ({ days: 0 }));

/** Said once, by the composition root: for how many days ahead the site opens challenges of its own. */
export function setHorizon(days: number) {
  planned.days = days;
}

/** The same, for the job and for pages. */
export function horizonDays() {
  return planned.days;
}

type Filling = { now: Date; days: number; random: Random; salts: () => string };

/**
 * Gives each of the next days a challenge of the site’s, from 00:00 UTC on, where none is there yet: a theme that was not
 * used in 90 days. A day that a moderator emptied stays empty, and so does one on which another challenge of like prizes
 * starts. Safe to run twice. Returns how many it opened.
 */
export async function fillHorizon({ days, ...filling }: Filling) {
  let opened = 0;
  for (let ahead = 1; ahead <= days; ahead += 1) {
    const start = new Date((Math.floor(filling.now.getTime() / DAY) + ahead) * DAY);
    if (await write((tx) => fillDay(tx, start, filling))) opened += 1;
  }
  return opened;
}

async function fillDay(tx: Tx, start: Date, { now, random, salts }: Omit<Filling, "days">) {
  const day = start.toISOString().slice(0, 10);
  if ((await tx.$count(systemDays, eq(systemDays.day, day))) > 0) return false;
  if (await isTaken(tx, start)) return false;
  const theme = await freshTheme(tx, start, random);
  const opening = { terms: termsOf(theme, start), requestKey: `day:${day}`, lotSalt: salts(), now };
  const opened = await openChallenge(tx, { opener: { source: "system", creatorId: null }, ...opening });
  if (!opened.ok) throw new Error(`The challenge of ${day} was refused: ${opened.reason}.`);
  // The site’s own words are mild, so nothing waits for a rating.
  const { challengeId } = opened;
  await tx.update(challenges).set({ level: 1, leveled: true }).where(eq(challenges.id, challengeId));
  await tx.insert(systemDays).values({ day, challengeId, theme: theme.theme });
  return true;
}

/** Whether another challenge of the site’s, or one of like prizes, starts on that day. */
async function isTaken(db: Db, start: Date) {
  const sum = prizes.standard.reduce((all, amount) => all + amount, 0);
  const starting = await db.query.challenges.findMany({
    columns: { id: true, source: true },
    where: and(
      gte(challenges.startsAt, start),
      lt(challenges.startsAt, new Date(start.getTime() + DAY)),
      ne(challenges.status, "cancelled"),
    ),
  });
  if (starting.some(({ source }) => source !== "user")) return true;
  const paid = await db.query.challengePrizes.findMany({
    where: (table) =>
      inArray(
        table.challengeId,
        starting.map(({ id }) => id),
      ),
  });
  return starting.some(
    ({ id }) => paid.filter((one) => one.challengeId === id).reduce((all, { amount }) => all + amount, 0) >= sum,
  );
}

async function freshTheme(db: Db, start: Date, random: Random): Promise<Theme> {
  const since = new Date(start.getTime() - THEME_RESTS_DAYS * DAY);
  const used = await db
    .select({ theme: challenges.theme })
    .from(challenges)
    .where(or(gte(challenges.startsAt, since), eq(challenges.status, "scheduled")));
  const resting = new Set(used.map(({ theme }) => theme.toLowerCase()));
  const fresh = themes.filter(({ theme }) => !resting.has(theme.toLowerCase()));
  const choices = fresh.length > 0 ? fresh : themes;
  return choices[pickIndex(random, choices.length)]!;
}

function termsOf({ title, theme, invitation }: Theme, start: Date): Terms {
  return {
    ...{ title, theme, invitation, description: "", coverMediaId: null, rematchOf: null },
    ...{ durationHours: 24, startsAt: start, visibleFrom: null },
    ...{ entriesPerPerson: entriesPerPerson.standard, entriesCap: entriesCap.standard, levels: 3, madeForThis: true },
    ...{ modelRule: "any", versionIds: [], criteria: [...standardCriteria], prompt: "" },
    ...{ reviews: systemReviews, careful: false, prizes: [...prizes.standard] },
  };
}

/** The days that are filled, and those that were emptied on purpose, from `now` on; for the moderators’ page. */
export async function horizon(now: Date, days: number) {
  const names = Array.from({ length: days }, (_, at) =>
    new Date(now.getTime() + (at + 1) * DAY).toISOString().slice(0, 10),
  );
  const rows = await reader().query.systemDays.findMany({ where: inArray(systemDays.day, names) });
  return names.map((day) => {
    const row = rows.find((one) => one.day === day);
    return {
      day,
      state: !row ? ("open" as const) : row.challengeId === null ? ("empty" as const) : ("filled" as const),
    };
  });
}
