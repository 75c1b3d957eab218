import { failedControls } from "./control-pairs";

/** What a judge's control pairs have shown. Once they fail, counting stops: it holds from then on. */
export type ControlRecord = { controls: number; controlsWrong: number; discountedAt: Date | null };

export const NO_CONTROLS: ControlRecord = { controls: 0, controlsWrong: 0, discountedAt: null };

/** The record after one more control pair, answered at `now` as the field expects or not. */
export function afterControl(record: ControlRecord, asExpected: boolean, now: Date): ControlRecord {
  if (record.discountedAt) return record;
  const controls = record.controls + 1;
  const controlsWrong = record.controlsWrong + (asExpected ? 0 : 1);
  const failed = failedControls({ shown: controls, wrong: controlsWrong });
  return { controls, controlsWrong, discountedAt: failed ? now : null };
}
