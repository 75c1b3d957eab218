import type { Confidence as FirmnessWords } from "~/domain/crucible/rating/confidence";
import { ConfidenceMeter } from "./confidence";
import { Entry, ColumnHeads, Prize, winLoss } from "./leaderboard";
import type { Row } from "./leaderboard";
import { Rating } from "./rating";
import { count, number } from "../parts/format";

export type ResultRow = Row & {
  author: string;
  /** Null where places were not set by votes. */
  settled: number | null;
  live: number;
  /** Against the next place; null for the last. */
  firmness: FirmnessWords | null;
  /** What decided between it and the place above, when their ratings were the same. */
  tie: string | null;
  prize: number;
};

/** Every place after the end: settled and live rating side by side, how firm the place is, and what it won. */
export function ResultsTable({ rows, votes }: { rows: ResultRow[]; votes: number }) {
  return (
    <table className="table">
      <caption>
        The settled rating decides. It weighs {votes === 1 ? "the only vote" : `all ${count(votes, "vote")} together`},
        so late entries aren’t at a disadvantage. The live rating is what was shown while the crucible was running.
      </caption>
      <ColumnHeads heads={["Settled", "Live", "Votes", "W–L", "Certainty", "Prize"]} plain={4} wide={[1, 2, 3, 4]} />
      <tbody>
        {rows.map((row) => (
          <Result key={row.place} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Result({ row }: { row: ResultRow }) {
  return (
    <tr className={row.mine ? "me" : undefined}>
      <Entry row={row} author={row.author} note={<Note row={row} />} />
      <td className="n">
        {row.settled === null ? <span className="dim">–</span> : <Rating value={row.settled} />}
        {row.tie ? <small className="tie">{row.tie}</small> : null}
      </td>
      <td className="n dim wide-only">{number(row.live)}</td>
      <td className="n wide-only">{number(row.votes)}</td>
      <td className="n wide-only">{winLoss(row)}</td>
      <td className="wide-only">{row.firmness ? <ConfidenceMeter words={row.firmness} /> : null}</td>
      <td className="n">
        <Prize amount={row.prize} />
      </td>
    </tr>
  );
}

function Note({ row }: { row: ResultRow }) {
  return (
    <>
      {winLoss(row)} {row.firmness ? <ConfidenceMeter words={row.firmness} short /> : null}
    </>
  );
}
