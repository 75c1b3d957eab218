import { failedControls } from "./control-pairs";

/** What a judge's control pairs have shown. Once they fail, counting stops: it holds from then on. */
export type ControlStats = { shown: number; wrong: number };

/** The stats after one more control pair, answered as expected or not. */
export function updateControlStats(stats: ControlStats, asExpected: boolean): ControlStats {
  if (failedControls(stats)) return stats;
  return { shown: stats.shown + 1, wrong: stats.wrong + (asExpected ? 0 : 1) };
}
