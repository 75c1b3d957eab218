import type { ResultFacts } from "./result-view";
import { CLOSE_FROM, HIGH_CONFIDENCE_FROM, REFITS } from "~/domain/crucible/rating/confidence";
import { Buzz, Pool } from "../parts/buzz";
import type { CrucibleView } from "./view";
import { ConfidenceMeter } from "./confidence";
import { Seal } from "./log-parts";
import { Panel } from "../parts/panel";
import { PrizeBar } from "~/ui/contest/prize-bar";
import { buzz, count, number, ordinal, percent } from "../parts/format";
import { crucibleText } from "./crucible-words";

type Props = { crucible: CrucibleView; facts: ResultFacts };

/** Beside a result: where every Buzz came from and went, how sure the order is, and how to check it. */
export function Outcome({ crucible, facts }: Props) {
  return (
    <>
      <Prizes crucible={crucible} facts={facts} />
      <ConfidenceSummary />
      <Fairness crucible={crucible} facts={facts} />
      <Check crucible={crucible} />
    </>
  );
}

function Prizes({ crucible, facts }: Props) {
  const { pool, shares, whole, remainder } = facts;
  return (
    <Panel title={crucibleText.howCalculated}>
      <Pool amount={pool} />
      <p className="why">{source(crucible, pool)}</p>
      <PrizeBar percents={shares.map(({ percent }) => percent)} />
      <dl className="sum">
        {shares.map(({ place, percent, exact, amount }, at) => (
          <div key={place}>
            <dt>
              {ordinal(place)} · {share(percent, whole)}
              {at === 0 ? ` of ${number(pool)}` : ""}
              {exact === amount ? "" : ` = ${decimals(exact)}`}
            </dt>
            <dd>{number(amount)}</dd>
          </div>
        ))}
        <div>
          <dt>{crucibleText.remainder}</dt>
          <dd>{number(remainder)}</dd>
        </div>
        <div className="total">
          <dt>Total</dt>
          <dd>
            <Buzz amount={pool} unit />
          </dd>
        </div>
      </dl>
      {whole < 100 ? (
        <p className="why">
          There were fewer entries than places, so the unfilled places’ shares were split proportionally among the rest.
        </p>
      ) : null}
    </Panel>
  );
}

function source({ entryFee, entryCount }: CrucibleView, pool: number) {
  if (pool === 0) return "Entry was free.";
  if (pool === entryFee * entryCount) return `${count(entryCount, "entry", "entries")} × ${buzz(entryFee)}`;
  return `${count(pool / entryFee, "entry fee")} of ${buzz(entryFee)}, including those of disqualified entries`;
}

function share(percent: number, whole: number) {
  return whole === 100 ? `${percent}%` : `${percent}/${whole}`;
}

/** "3,172.5": as many decimals as it needs, two at most, cut. */
function decimals(n: number) {
  const rest = Math.floor((n % 1) * 100 + 1e-6);
  return rest === 0
    ? number(Math.floor(n))
    : `${number(Math.floor(n))}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

function ConfidenceSummary() {
  const [firm, close] = [HIGH_CONFIDENCE_FROM * REFITS, CLOSE_FROM * REFITS];
  return (
    <Panel title="How certain is this order?" stack>
      <p className="small">
        We resampled the votes {REFITS} times and counted how often each entry stayed ahead of the next.
      </p>
      <dl className="firms">
        <div>
          <dt>
            <ConfidenceMeter words="firm" short />
          </dt>
          <dd>stayed ahead {firm} times or more</dd>
        </div>
        <div>
          <dt>
            <ConfidenceMeter words="close" short />
          </dt>
          <dd>
            stayed ahead {close} to {firm - 1} times
          </dd>
        </div>
        <div>
          <dt>
            <ConfidenceMeter words="could have gone either way" short />
          </dt>
          <dd>stayed ahead less often</dd>
        </div>
      </dl>
    </Panel>
  );
}

/** What would show if places on the screen, or luck in being shown, had decided. */
function Fairness({ crucible: { voteCount, leftWins }, facts: { fewestVotes, mostVotes } }: Props) {
  if (voteCount === 0) return null;
  return (
    <Panel title="Was it fair?" stack>
      <dl className="sum">
        <div>
          <dt>Votes per entry</dt>
          <dd>{fewestVotes === mostVotes ? number(fewestVotes) : `${number(fewestVotes)} to ${number(mostVotes)}`}</dd>
        </div>
        <div>
          <dt>{crucibleText.leftWon}</dt>
          <dd>{percent(leftWins / voteCount)}</dd>
        </div>
        <div>
          <dt>Right side won</dt>
          <dd>{percent(1 - leftWins / voteCount)}</dd>
        </div>
      </dl>
      <p className="why">Sides are random, so each should win about half.</p>
    </Panel>
  );
}

function Check({ crucible: { id, logHead } }: { crucible: CrucibleView }) {
  return (
    <Panel title="Check it yourself" stack>
      <p className="small">
        The full vote log, with pseudonyms for judges. Each row includes the hash of the one before, so this hash covers
        the whole log:
      </p>
      <Seal head={logHead ?? ""} />
      <p className="row">
        <a className="btn" href={`/crucibles/${id}/log`} download>
          Download log
        </a>
        <a className="btn quiet" href={`/crucibles/${id}/verify`}>
          Verify
        </a>
      </p>
    </Panel>
  );
}
