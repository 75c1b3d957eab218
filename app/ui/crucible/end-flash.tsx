import { Link } from "@remix-run/react";
import type { CrucibleView } from "./view";
import { Flash } from "../parts/flash";
import { buzz, list, number, ordinal } from "../parts/format";
import { crucibleText } from "./crucible-words";

type Own = { place: number | null; prize: number | null; disqualifiedReason: string | null };

/** How it ended, in a sentence: for oneself when one was in it, else for everyone when there is no result. */
export function EndFlash({ crucible, own }: { crucible: CrucibleView; own: Own[] }) {
  const { status, outcome, cancelReason, entryFee } = crucible;
  if (status === "cancelled")
    return (
      <Flash tone="info" icon="warn">
        <b>{crucibleText.canceledBy}</b> {cancelReason} All fees were refunded.
      </Flash>
    );
  if (outcome === "empty") return <Flash tone="info">Nobody entered, so there is no winner.</Flash>;
  if (outcome === "no-contest") {
    return (
      <Flash tone="info">No contest: no votes counted. {entryFee > 0 ? "All entry fees were refunded." : ""}</Flash>
    );
  }
  const placed = own.filter(({ place }) => place !== null);
  return placed.length > 0 ? <OwnResult crucible={crucible} placed={placed} /> : null;
}

function OwnResult({ crucible, placed }: { crucible: CrucibleView; placed: Own[] }) {
  const won = placed.reduce((sum, { prize }) => sum + (prize ?? 0), 0);
  const places = list(
    placed
      .map(({ place }) => place!)
      .sort((a, b) => a - b)
      .map(ordinal),
  );
  const sentence = `You placed ${places} of ${number(crucible.entryCount)}`;
  if (won === 0) return <Flash tone="info">{sentence}.</Flash>;
  return (
    <Flash>
      <b>
        {sentence} and earned {buzz(won)}.
      </b>{" "}
      It’s <Link to="/wallet">in your wallet</Link>.
    </Flash>
  );
}
