import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Countdown } from "~/ui/parts/countdown";
import { Icon } from "~/ui/parts/icon";
import { KeysMenu } from "./keys";
import type { JudgedCrucible, JudgingPerson, Progress } from "./seat";
import { doneOfSet, SET } from "./words";
import { number } from "~/ui/parts/format";

type Props = {
  crucible: JudgedCrucible;
  person: JudgingPerson | null;
  progress: Progress | null;
  now: number;
  /** The one line that says what has just happened, and what can be done about it. */
  status: { words: string; good: boolean };
  undo?: ReactNode;
};

/** The bar over the pair. */
export function JudgeHeader({ crucible, person, progress, now, status, undo }: Props) {
  return (
    <>
      <header className="top-judge">
        <Link className="icon-btn" to={crucible.path}>
          <Icon name="left" />
          <span className="vh">Back to {crucible.name}</span>
        </Link>
        <div>
          <h1>
            <span className="vh">Judging </span>
            {crucible.name}
          </h1>
          <p>
            <span role="status" className={status.good ? "ok" : "bad"}>
              {status.words}
            </span>
            {undo}
            <span className="theme">{crucible.theme}</span>
          </p>
        </div>
        <Figures crucible={crucible} progress={progress} now={now} />
        {person ? <KeysMenu on={person.keys} back={`/crucibles/${crucible.id}/judge`} /> : null}
      </header>
      {progress ? <Through session={progress.session} /> : null}
    </>
  );
}

function Figures({ crucible, progress, now }: Pick<Props, "crucible" | "progress" | "now">) {
  const running = crucible.status === "active" && now < crucible.endsAt;
  return (
    <dl className="stats">
      {running ? (
        <div className="time">
          <dt>Time left</dt>
          <dd>
            <Countdown until={crucible.endsAt} now={now} over="ended" />
          </dd>
        </div>
      ) : null}
      {progress ? <Own progress={progress} /> : null}
    </dl>
  );
}

function Own({ progress: { session, allVotes, rank, judges, left } }: { progress: Progress }) {
  return (
    <>
      <div>
        <dt>Session</dt>
        <dd>{number(session)}</dd>
      </div>
      <div className="opt">
        <dt>Total votes</dt>
        <dd>{number(allVotes)}</dd>
      </div>
      <div className="opt rank-judge">
        <dt>Rank</dt>
        <dd>
          {rank ? (
            <>
              #{number(rank)} <span className="unit">of {number(judges)}</span>
            </>
          ) : (
            "–"
          )}
        </dd>
      </div>
      <div>
        <dt>Pairs left</dt>
        <dd>{number(left)}</dd>
      </div>
    </>
  );
}

/** Five pairs are a set. */
function Through({ session }: { session: number }) {
  const done = doneOfSet(session);
  return (
    <progress className="bar through" max={SET} value={done} aria-label="Pairs judged in this set of five">
      {done} of {SET}
    </progress>
  );
}
