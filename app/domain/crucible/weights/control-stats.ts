import { failedControls } from "./control-pairs";

/** What a judge's control pairs have shown. Once they fail, counting stops: it holds from then on. */
export type ControlRecord = { shown: number; wrong: number };

/** The record after one more control pair, answered as the field expects or not. */
export function afterControl(record: ControlRecord, asExpected: boolean): ControlRecord {
  if (failedControls(record)) return record;
  return { shown: record.shown + 1, wrong: record.wrong + (asExpected ? 0 : 1) };
}
