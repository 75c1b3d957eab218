import type { judgeRules, outcomes, resourceRules } from "~/db/schema/values";
import type { CardView } from "./card";
import type { CrucibleTimes } from "./state";
import type { MediaView } from "../parts/picture";

/** A crucible as its own page shows it. Instants in milliseconds. */
export type CrucibleView = CrucibleTimes & {
  id: number;
  name: string;
  /** Where it lives. */
  path: string;
  /** Safe HTML. */
  description: string;
  /** The same as plain words. */
  summary: string;
  creator: { id: number; username: string };
  cover: MediaView | null;
  entryFee: number;
  setupFee: number;
  entriesPerPerson: number;
  entriesCap: number | null;
  levels: number;
  mediaKinds: number;
  minSide: number;
  resourceRule: (typeof resourceRules)[number];
  models: string[];
  prizes: number[];
  /** What each place would get as it stands. */
  prizesNow: number[];
  judgeRule: (typeof judgeRules)[number];
  judgeMinScore: number;
  pool: number;
  entryCount: number;
  entrantCount: number;
  voteCount: number;
  judgeCount: number;
  leftWins: number;
  outcome: (typeof outcomes)[number] | null;
  logHead: string | null;
  cancelReason: string | null;
  finishedAt: number | null;
  featuredAt: number | null;
};

/** What the pages under a crucible get from the page around them. */
export type CrucibleContext = { crucible: CrucibleView; now: number };

type Found = Omit<CardView, "creator" | "entries" | "participants" | keyof CrucibleTimes> & {
  status: CrucibleTimes["status"];
  startsAt: Date;
  entriesCloseAt: Date;
  endsAt: Date;
  creator: { username: string };
  entryCount: number;
  entrantCount: number;
};

/** A crucible that was found, as a card. */
export function cardOf(found: Found): CardView {
  const { id, name, status, cover, entryFee, pool, entryCount, entrantCount, creator } = found;
  const [startsAt, entriesCloseAt, endsAt] = [
    found.startsAt.getTime(),
    found.entriesCloseAt.getTime(),
    found.endsAt.getTime(),
  ];
  const times = { status, startsAt, entriesCloseAt, endsAt };
  return {
    id,
    name,
    cover,
    entryFee,
    pool,
    ...times,
    creator: creator.username,
    entries: entryCount,
    participants: entrantCount,
  };
}

/** How a list calls an entry: by the words its maker gave it when they fit, else by its number. */
export function entryTitle({ number, media }: { number: number; media: { alt: string } | null }) {
  const words = media?.alt ?? "";
  return words.length > 0 && words.length <= 60 ? words : `Entry ${number}`;
}
