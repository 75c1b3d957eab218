import { z } from "zod";
import type { liveLeaderboard, resultsTable, shuffledEntries } from "~/domain/crucible/entry-lists.server";
import type { FoundCrucible } from "~/domain/crucible/finding.server";
import type { placedEntry } from "~/domain/crucible/result-facts.server";
import { pathOf } from "~/domain/crucible/slug";
import type { ViewedCrucible } from "~/domain/crucible/viewing.server";
import { Buzz, Instant, Media, Person, absolute, mediaOf, ratingNames } from "./shapes";

type Rows<F extends (...args: never[]) => Promise<{ rows: unknown[] }>> = Awaited<ReturnType<F>>["rows"][number];

export const CrucibleSummary = z.object({
  id: z.number().int(),
  url: z.url(),
  name: z.string(),
  status: z.enum(["pending", "active", "finalizing", "completed", "cancelled"]),
  startsAt: Instant,
  entriesCloseAt: Instant,
  endsAt: Instant,
  entryFee: Buzz,
  entries: z.number().int(),
  pool: Buzz,
  creator: Person,
  cover: Media.nullable(),
});

export const CrucibleDetail = CrucibleSummary.extend({
  description: z.string(),
  outcome: z.enum(["paid", "empty", "no-contest"]).nullable(),
  entriesPerPerson: z.number().int(),
  entriesCap: z.number().int().nullable(),
  contentRatings: z.array(z.string()),
  minSide: z.number().int(),
  resourceRule: z.enum(["any", "unchecked", "enforced"]),
  models: z.array(z.string()),
  /** Percent of the pool for each paid place. */
  prizes: z.array(z.number().int()),
  votes: z.number().int(),
  judges: z.number().int(),
});

export const Entry = z.object({
  /** Null until the crucible has ended, but for its owner. */
  id: z.number().int().nullable(),
  number: z.number().int(),
  own: z.boolean(),
  media: Media.nullable(),
});

export const RankedEntry = Entry.extend({
  rank: z.number().int(),
  /** Elo points; the settled rating once the crucible has ended. */
  rating: z.number(),
  wins: z.number().int(),
  losses: z.number().int(),
  prize: Buzz.nullable(),
  entrant: Person.nullable(),
});

export const PlacedEntry = z.object({
  id: z.number().int(),
  url: z.url(),
  place: z.number().int(),
  prize: Buzz,
  rating: z.number().nullable(),
  votes: z.number().int(),
  wins: z.number().int(),
  losses: z.number().int(),
  entrant: z.string(),
  crucible: z.object({ id: z.number().int(), name: z.string(), url: z.url() }),
  media: Media,
});

export function summaryOf(row: FoundCrucible): z.input<typeof CrucibleSummary> {
  return { ...commonOf(row), pool: row.pool, cover: row.cover && mediaOf(row.cover) };
}

type Common = Pick<
  ViewedCrucible,
  "id" | "name" | "status" | "startsAt" | "entriesCloseAt" | "endsAt" | "entryFee" | "entryCount" | "creator"
>;

function commonOf({ id, name, status, startsAt, entriesCloseAt, endsAt, entryFee, entryCount, creator }: Common) {
  const times = { startsAt: iso(startsAt), entriesCloseAt: iso(entriesCloseAt), endsAt: iso(endsAt) };
  return { id, url: absolute(pathOf({ id, name })), name, status, ...times, entryFee, entries: entryCount, creator };
}

export function detailOf(found: ViewedCrucible): z.input<typeof CrucibleDetail> {
  const { description, outcome, entriesPerPerson, entriesCap, levels, minSide, resourceRule, models, prizes } = found;
  return {
    ...commonOf(found),
    pool: found.pool,
    cover: found.cover && mediaOf(found.cover),
    description,
    outcome,
    entriesPerPerson,
    entriesCap,
    contentRatings: ratingNames(levels),
    minSide,
    resourceRule,
    models,
    prizes,
    votes: found.voteCount,
    judges: found.judgeCount,
  };
}

export function entryOf({ id, number, own, media }: Rows<typeof shuffledEntries>): z.input<typeof Entry> {
  return { id, number, own, media: media && mediaOf(media) };
}

export function rankedOf(row: Rows<typeof liveLeaderboard> | Rows<typeof resultsTable>): z.input<typeof RankedEntry> {
  const { id, number, own, media, wins, losses } = row;
  const common = { id, number, own, media: media && mediaOf(media), wins, losses };
  if (!("entrant" in row)) return { ...common, rank: row.rank, rating: row.elo, prize: null, entrant: null };
  return { ...common, rank: row.place, rating: row.settled, prize: row.prize, entrant: row.entrant };
}

export function placedOf(found: NonNullable<Awaited<ReturnType<typeof placedEntry>>>): z.input<typeof PlacedEntry> {
  const { id, place, prize, settled, votes, wins, losses, author, crucible, media } = found;
  return {
    id,
    url: absolute(`/entries/${id}`),
    place,
    prize,
    rating: settled,
    votes,
    wins,
    losses,
    entrant: author,
    crucible: { id: crucible.id, name: crucible.name, url: absolute(pathOf(crucible)) },
    media: mediaOf(media),
  };
}

function iso(date: Date) {
  return date.toISOString();
}
