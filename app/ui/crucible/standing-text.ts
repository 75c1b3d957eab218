import { number, ordinal } from "../parts/format";

type Row = { rank: number; elo: number; own: boolean };

/** Where one's best entry is among the rows of a running leaderboard, and how near its neighbors are; null without one. */
export function standingText(rows: readonly Row[]) {
  const at = rows.findIndex(({ own }) => own);
  const row = rows[at];
  if (!row) return null;
  const [above, below] = [rows[at - 1], rows[at + 1]];
  const gaps = [above && gap(above, row, "behind"), below && gap(row, below, "ahead of", below)].filter(
    (words) => words !== undefined,
  );
  return { place: `You’re ${ordinal(row.rank)}`, gaps: gaps.join(" and ") };
}

function gap(upper: Row, lower: Row, words: string, { rank } = upper) {
  const points = Math.round(upper.elo) - Math.round(lower.elo);
  if (points === 0) return `tied with ${ordinal(rank)}`;
  return `${number(points)} rating ${points === 1 ? "point" : "points"} ${words} ${ordinal(rank)}`;
}
