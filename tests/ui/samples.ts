import type { MediaView } from "~/ui/parts/picture";
import type { CardView } from "~/ui/crucible/card";
import type { ResultRow } from "~/ui/crucible/results-table";
import type { RunningRow } from "~/ui/crucible/leaderboard";

export const now = Date.UTC(2026, 10, 21, 18, 46);
export const HOUR = 3_600_000;

export const image: MediaView = {
  id: 7,
  kind: "image",
  width: 1244,
  height: 416,
  pictures: [320, 800, 1600].map((width) => ({ width, url: `/m/${"a".repeat(40)}/${width}.webp` })),
  video: null,
  thumbhash: "1QcSHQRnh493V4dIh4eXh1h4kJUI",
  alt: "The face of a leopard, very close",
};

export const video: MediaView = {
  ...image,
  id: 8,
  kind: "video",
  video: { url: `/m/${"b".repeat(40)}/video.mp4`, type: "video/mp4", seconds: 4 },
  alt: "",
};

/** A video that gave no poster, and no color either. */
export const bare: MediaView = { ...video, id: 9, pictures: null, thumbhash: null };

/** As long as a username and a name may be, with nothing to break at, in letters that take room. */
export const longName = "W".repeat(20);
export const longTitle = "Ǆ".repeat(100);

export function card(change: Partial<CardView> = {}): CardView {
  return {
    id: 1,
    name: "Wild Portraits",
    creator: "north_window",
    cover: image,
    status: "active",
    startsAt: now - 5 * HOUR,
    entriesCloseAt: now + 2 * HOUR,
    endsAt: now + 3 * HOUR,
    entryFee: 200,
    pool: 12_800,
    entries: 64,
    participants: 51,
    ...change,
  };
}

export function running(change: Partial<RunningRow> = {}): RunningRow {
  const row = {
    place: 1,
    title: "Entry 41",
    to: "/media/7",
    mine: false,
    media: image,
    votes: 98,
    wins: 71,
    losses: 27,
  };
  return { ...row, rating: 1702, band: 48, onTrack: 6400, ...change };
}

export function result(change: Partial<ResultRow> = {}): ResultRow {
  const row = {
    place: 1,
    title: "Wall at Noon",
    to: "/media/7",
    mine: false,
    media: image,
    votes: 142,
    wins: 108,
    losses: 34,
  };
  return {
    ...row,
    author: "saltmarsh",
    settled: 1731,
    live: 1718,
    firmness: "firm",
    tie: null,
    prize: 3172,
    ...change,
  };
}
