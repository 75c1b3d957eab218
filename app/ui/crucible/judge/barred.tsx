import { Link } from "@remix-run/react";
import type { Bar } from "~/domain/contest/conditions";
import { number } from "~/ui/parts/format";
import { Icon } from "~/ui/parts/icon";
import { Case } from "./case";
import { Others } from "./elsewhere";
import { judgeText } from "./judge-words";
import type { JudgingPerson, StateProps } from "./seat";
import { barrierMessages } from "./words";

export function SignedOut({ crucible }: StateProps) {
  const to = `?to=${encodeURIComponent(`/crucibles/${crucible.id}/judge`)}`;
  return (
    <Case icon="lock" title={judgeText.signIn}>
      <p>Anyone with an account can judge. You’ll come straight back to {crucible.name}.</p>
      <p className="row">
        <Link className="btn primary" to={`/sign-in${to}`}>
          Sign in
        </Link>
        <Link className="btn quiet" to={`/sign-up${to}`}>
          Join for free
        </Link>
      </p>
    </Case>
  );
}

export function NotVerified({ crucible, person, elsewhere, now }: StateProps & { person: JudgingPerson }) {
  const toGo = crucible.minScore - person.score;
  return (
    <Case icon="shield" title="Verified judges only">
      <p>
        {crucible.creator} requires a score of {number(crucible.minScore)} or a supporter membership to judge.
      </p>
      <ul className="checks">
        <li className="bad">
          <Icon name="x" />
          Your score is {number(person.score)}: {number(toGo)} to go
        </li>
        <li className="dim">
          <Icon name="x" />
          You’re not a supporter
        </li>
      </ul>
      <Others elsewhere={elsewhere} now={now} words="Each counted vote adds 1 to your score. Anyone can judge these:" />
    </Case>
  );
}

export function Barred({ why }: { why: Bar }) {
  return (
    <Case icon="warn" title="You can’t judge right now">
      <p>{barrierMessages[why]}</p>
    </Case>
  );
}
