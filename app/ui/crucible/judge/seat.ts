import type { Bar } from "~/domain/contest/conditions";
import type { MediaView } from "~/ui/parts/picture";

// What the judge page gets, as it comes through JSON.

export type SideView = MediaView & { duels: number };
export type PairView = { token: string; left: SideView; right: SideView };

export type Progress = {
  /** Votes since the last pause, here, and everywhere. */
  session: number;
  votes: number;
  allVotes: number;
  rank: number | null;
  judges: number;
  /** Pairs left for this judge. */
  left: number;
};

export type SeatView = {
  ok: true;
  current: PairView | null;
  next: PairView | null;
  offer: "take-seat" | "too-few-entries" | "caught-up" | null;
  undo: { token: string; until: string } | null;
  progress: Progress;
};

export type SeatRefusal =
  { ok: false; reason: "not-open" | "ended" } | { ok: false; reason: "not-eligible"; why: Bar | "not-verified" };

/** What the page gets back for an answer. */
export type Answered = { words: string; now: number; seat: SeatView | SeatRefusal | null };

/** The crucible, as far as its judges are concerned. */
export type JudgedCrucible = {
  id: number;
  name: string;
  theme: string;
  path: string;
  creator: string;
  status: "pending" | "active" | "finalizing" | "completed" | "cancelled";
  startsAt: number;
  endsAt: number;
  entriesCloseAt: number;
  entryFee: number;
  entryCount: number;
  minScore: number;
};

/** Who judges, and whether they asked to be told when it opens; null where nobody is signed in. */
export type JudgingPerson = { keys: boolean; score: number; reminded: boolean };

export type Elsewhere = { id: number; name: string; endsAt: string; left: number; cover: MediaView | null };

/** What is shown in the place of a pair depends on these. */
export type StateProps = {
  crucible: JudgedCrucible;
  person: JudgingPerson | null;
  seat: SeatView | SeatRefusal | null;
  elsewhere: Elsewhere[];
  now: number;
};
