import { Link } from "@remix-run/react";
import { useId } from "react";
import { Clock } from "./card";
import { enterAction, judgeAction } from "./actions";
import type { Person } from "./actions";
import type { CrucibleState } from "./state";
import type { CrucibleView } from "./view";
import { Meter } from "../parts/meter";
import { PriceLink } from "~/ui/contest/price-button";
import { Reminder } from "./reminder";
import { number } from "../parts/format";
import { crucibleText } from "./crucible-words";
import { walletText } from "../parts/wallet-words";

type Props = { crucible: CrucibleView; state: CrucibleState; person: Person; now: number };

/** How it stands in four figures, and the two things to do. */
export function KeyFigures({ crucible, state, person, now }: Props) {
  const judge = judgeAction(crucible, state, person, now);
  const enter = enterAction(crucible, state, person, now);
  return (
    <div className="lead">
      <dl className="stats panel">
        <Figure label="Entries" value={crucible.entryCount} />
        <Figure label="Judges" value={crucible.judgeCount} />
        <Figure label="Votes" value={crucible.voteCount} />
        <div className="time">
          <dt>{state.clock.label}</dt>
          <dd>
            <Clock state={state} now={now} />
          </dd>
        </div>
      </dl>
      <div className="dock">
        {judge.can ? (
          <Link className="btn judge" to={`/crucibles/${crucible.id}/judge`} prefetch="intent">
            {crucibleText.startJudging} <small>{judge.words}</small>
          </Link>
        ) : (
          <p className="instead">{judge.words}</p>
        )}
        {enter.can ? (
          <PriceLink to={`/crucibles/${crucible.id}/submit`} price={crucible.entryFee} size="lg" className="only-phone">
            Submit
          </PriceLink>
        ) : null}
      </div>
    </div>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
}

/** One's part in it: how many entries of how many, and the way to one more or why there is none. */
export function YourEntries({ crucible, state, person, now }: Props) {
  const [heading, used] = [useId(), useId()];
  const { id, path, entriesPerPerson, entryFee } = crucible;
  const enter = enterAction(crucible, state, person, now);
  const short =
    person !== null && state.phase === "open" && person.balance < entryFee && person.used < entriesPerPerson;
  return (
    <section className="panel yours stack" aria-labelledby={heading}>
      <div className="row between">
        <h2 id={heading}>{crucibleText.yourEntries}</h2>
        {person ? (
          <span className="meta" id={used}>
            {number(person.used)} of {number(entriesPerPerson)} used
          </span>
        ) : null}
      </div>
      {person ? <Meter value={person.used} max={entriesPerPerson} labelledBy={used} /> : null}
      {enter.can ? (
        <PriceLink to={`/crucibles/${id}/submit`} price={entryFee} wide className="no-phone">
          {crucibleText.submitEntry}
        </PriceLink>
      ) : null}
      <p className="why">{enter.words}</p>
      {state.phase === "upcoming" ? <Reminder crucibleId={id} here={path} asked={person && person.reminded} /> : null}
      {short ? (
        <Link className="btn" to="/wallet">
          {walletText.goToWallet}
        </Link>
      ) : null}
    </section>
  );
}
