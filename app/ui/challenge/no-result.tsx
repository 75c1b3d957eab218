import { Flash } from "../parts/flash";
import type { ChallengeView } from "./view";

/** Why there is no result, where there is none. */
export function NoResult({ challenge: { status, outcome, cancelReason } }: { challenge: ChallengeView }) {
  if (status === "cancelled")
    return (
      <Flash tone="info" icon="warn">
        <b>This challenge was canceled.</b> {cancelReason} The prizes went back, and so did the looks that were not
        used.
      </Flash>
    );
  if (outcome === "empty") return <Flash tone="info">Nobody entered, so the prizes went back.</Flash>;
  if (outcome === "no-contest")
    return <Flash tone="info">No contest: no entry could be placed, so the prizes went back.</Flash>;
  return null;
}
