import type { Duels } from "./duels";

/** What places an entry: its settled rating, and what the tie chain asks. `id` comes back. */
export type Participant = { id: number; rating: number; losses: number; votes: number; enteredAt: number };
/** The link of the chain that put an entry below the one before it, when their ratings are equal. */
export const TIE_LINKS = ["head-to-head", "fewer-losses", "more-votes", "earlier-entry"] as const;
export type TieLink = (typeof TIE_LINKS)[number];
export type Placed<T> = T & { place: number; tie: TieLink | null };

/**
 * Best first: by rating, and among equals by head-to-head (wins less losses in votes against the other equals), then
 * fewer losses, then more votes, then the earlier entry, then the lower id. `duels` counts votes between entries by id.
 */
export function placeEntries<T extends Participant>(entries: readonly T[], duels: Duels) {
  const chain = chainOf(surplusAmongEquals(entries, duels));
  const sorted = [...entries].sort((a, b) => b.rating - a.rating || (deciding(chain, a, b)?.difference ?? a.id - b.id));
  return sorted.map((entry, i): Placed<T> => {
    const above = sorted[i - 1];
    const level = above && above.rating === entry.rating;
    return { ...entry, place: i + 1, tie: level ? (deciding(chain, above, entry)?.link ?? "earlier-entry") : null };
  });
}

/** Each link says how far b is ahead of a. */
function chainOf(surplus: Map<number, number>) {
  return [
    { link: "head-to-head", ahead: (a: Participant, b: Participant) => surplus.get(b.id)! - surplus.get(a.id)! },
    { link: "fewer-losses", ahead: (a: Participant, b: Participant) => a.losses - b.losses },
    { link: "more-votes", ahead: (a: Participant, b: Participant) => b.votes - a.votes },
    { link: "earlier-entry", ahead: (a: Participant, b: Participant) => a.enteredAt - b.enteredAt },
  ] as const;
}

function deciding(chain: ReturnType<typeof chainOf>, a: Participant, b: Participant) {
  for (const { link, ahead } of chain) {
    const difference = ahead(a, b);
    if (difference !== 0) return { link, difference };
  }
  return null;
}

/** Wins less losses of each entry, by id, against the entries of its own rating. */
function surplusAmongEquals(entries: readonly Participant[], { a, b, winsA, winsB }: Duels) {
  const ratings = new Map(entries.map(({ id, rating }) => [id, rating]));
  const surplus = new Map(entries.map(({ id }) => [id, 0]));
  a.forEach((one, row) => {
    const other = b[row]!;
    if (ratings.get(one) === undefined || ratings.get(one) !== ratings.get(other)) return;
    const ahead = winsA[row]! - winsB[row]!;
    surplus.set(one, surplus.get(one)! + ahead);
    surplus.set(other, surplus.get(other)! - ahead);
  });
  return surplus;
}
