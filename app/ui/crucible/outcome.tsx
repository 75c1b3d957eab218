import type { ResultFacts } from "../result-view";
import { CLOSE_FROM, FIRM_FROM, REFITS } from "~/domain/crucible/rating/firmness";
import { Buzz, Pool } from "../buzz";
import type { CrucibleView } from "./view";
import { Firmness } from "../firmness";
import { Seal } from "../log-parts";
import { Panel } from "../panel";
import { PrizeBar } from "../prize-bar";
import { buzz, count, number, ordinal, percent } from "../words";

type Props = { crucible: CrucibleView; facts: ResultFacts };

/** Beside a result: where every Buzz came from and went, how sure the order is, and how to check it. */
export function Outcome({ crucible, facts }: Props) {
  return (
    <>
      <Prizes crucible={crucible} facts={facts} />
      <Sureness />
      <Fairness crucible={crucible} facts={facts} />
      <Check crucible={crucible} />
    </>
  );
}

function Prizes({ crucible, facts }: Props) {
  const { pool, shares, whole, remainder } = facts;
  return (
    <Panel title="How the prizes came about">
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
          <dt>Left by rounding, to the house</dt>
          <dd>{number(remainder)}</dd>
        </div>
        <div className="total">
          <dt>Together</dt>
          <dd>
            <Buzz amount={pool} unit />
          </dd>
        </div>
      </dl>
      {whole < 100 ? (
        <p className="why">
          Fewer entries than places: the shares of the empty places were spread over the others in proportion.
        </p>
      ) : null}
    </Panel>
  );
}

function source({ entryFee, entryCount }: CrucibleView, pool: number) {
  if (pool === 0) return "Entering was free.";
  if (pool === entryFee * entryCount) return `${count(entryCount, "entry", "entries")} × ${buzz(entryFee)}`;
  return `${count(pool / entryFee, "entry fee")} of ${buzz(entryFee)}, with those of entries that were ruled out`;
}

function share(percent: number, whole: number) {
  return whole === 100 ? `${percent} %` : `${percent}/${whole}`;
}

/** "3,172.5": as many decimals as it needs, two at most, cut. */
function decimals(n: number) {
  const rest = Math.floor((n % 1) * 100 + 1e-6);
  return rest === 0
    ? number(Math.floor(n))
    : `${number(Math.floor(n))}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

function Sureness() {
  const [firm, close] = [FIRM_FROM * REFITS, CLOSE_FROM * REFITS];
  return (
    <Panel title="How firm is it?" stack>
      <p className="small">
        We drew the votes again {REFITS} times and looked at how often each place held against the next.
      </p>
      <dl className="firms">
        <div>
          <dt>
            <Firmness words="firm" short />
          </dt>
          <dd>held in {firm} or more</dd>
        </div>
        <div>
          <dt>
            <Firmness words="close" short />
          </dt>
          <dd>
            held in {close} to {firm - 1}
          </dd>
        </div>
        <div>
          <dt>
            <Firmness words="could have gone either way" short />
          </dt>
          <dd>could have swapped</dd>
        </div>
      </dl>
    </Panel>
  );
}

/** What would show if places on the screen, or luck in being shown, had decided. */
function Fairness({ crucible: { voteCount, leftWins }, facts: { fewestVotes, mostVotes } }: Props) {
  if (voteCount === 0) return null;
  return (
    <Panel title="Was it even?" stack>
      <dl className="sum">
        <div>
          <dt>Votes on an entry</dt>
          <dd>{fewestVotes === mostVotes ? number(fewestVotes) : `${number(fewestVotes)} to ${number(mostVotes)}`}</dd>
        </div>
        <div>
          <dt>The left side won</dt>
          <dd>{percent(leftWins / voteCount)}</dd>
        </div>
        <div>
          <dt>The right side won</dt>
          <dd>{percent(1 - leftWins / voteCount)}</dd>
        </div>
      </dl>
      <p className="why">Sides are drawn by lot, so both should win about half.</p>
    </Panel>
  );
}

function Check({ crucible: { id, logHead } }: { crucible: CrucibleView }) {
  return (
    <Panel title="Check it yourself" stack>
      <p className="small">
        The full vote log, with pseudonyms for judges. Each row seals the one before; this seal covers them all:
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
