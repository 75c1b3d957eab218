import { useEffect, useRef, useState } from "react";
import { Ticking } from "~/ui/parts/countdown";
import { Flash } from "~/ui/parts/flash";
import { PairForm, submit } from "./arena";
import { JudgeHeader } from "./header";
import type { SeatView } from "./seat";
import { JudgeState } from "./state";
import type { StateProps } from "./seat";
import { Zoom } from "./zoom";
import { useJudging } from "./judging";
import type { Unsent } from "./judging";
import { SkipLink } from "~/ui/site/skip-link";
import { judgeText } from "./judge-words";

type Status = { words: string; good: boolean };
type Props = StateProps & { status: Status };

/** The judge's whole page: the bar, and the pair or what is to be said instead. */
export function JudgePage({ status, ...props }: Props) {
  const { crucible, person } = props;
  const stage = useRef<HTMLDivElement>(null);
  const path = `/crucibles/${crucible.id}/judge`;
  const { seat, now, words, taken, unsent, chosen, answer, resend } = useJudging(
    { ...props, words: status.words },
    `${path}/answers`,
    stage,
  );
  const sat = seat?.ok ? seat : null;
  const pair = sat?.current;
  const line = unsent ? { words: "Not sent yet.", good: false } : { words, good: taken ?? status.good };
  const undo = useUndo(unsent ? null : (sat?.undo ?? null), now);
  const bar = { crucible, person, now, progress: sat?.progress ?? null };
  if (!pair) return <Instead {...props} bar={bar} status={status} />;
  return (
    <div className="judging">
      <SkipLink to="pair" words="Skip to the pair" />
      <main id="main">
        <JudgeHeader
          {...bar}
          status={line}
          undo={
            undo ? (
              <button className="undo" form="undo" name="pair" value={undo.token}>
                {judgeText.undo}
              </button>
            ) : null
          }
        />
        <form id="undo" method="post" hidden onSubmit={(event) => submit(event, answer)}>
          <input type="hidden" name="intent" value="undo" />
        </form>
        {unsent ? <NotSent unsent={unsent} onResend={resend} /> : null}
        <PairForm
          {...{ pair, next: sat.next, chosen, stage }}
          number={sat.progress.session + 1}
          keys={person?.keys ?? false}
          onAnswer={answer}
        />
      </main>
      <Zoom key={pair.token} pair={pair} />
    </div>
  );
}

type InsteadProps = StateProps & { bar: Omit<Parameters<typeof JudgeHeader>[0], "status">; status: Status };

function Instead({ bar, status, ...props }: InsteadProps) {
  return (
    <div className="judging">
      <SkipLink to="main" />
      <main id="main">
        <JudgeHeader {...bar} status={{ words: "", good: true }} />
        <div className="wrap">
          {status.words ? <Flash tone={status.good ? "good" : "bad"}>{status.words}</Flash> : null}
          <JudgeState {...props} />
        </div>
      </main>
    </div>
  );
}

/** The last answer, while it can still be taken back. */
function useUndo(undo: SeatView["undo"], now: number) {
  const [gone, setGone] = useState<string | null>(null);
  useEffect(() => {
    if (!undo) return;
    const timer = setTimeout(() => setGone(undo.token), Date.parse(undo.until) - now);
    return () => clearTimeout(timer);
  }, [undo, now]);
  return undo?.token === gone ? null : undo;
}

/** Over the pair, so that nothing moves. */
function NotSent({ unsent: { offline, failedAt, retryAt }, onResend }: { unsent: Unsent; onResend: () => void }) {
  return (
    <div className="unsent">
      <Flash tone="bad">
        <b>{judgeText.notSent}</b> {offline ? judgeText.offline : "The site didn’t respond."} We’ll try again
        <span aria-hidden="true">
          <Ticking until={retryAt} now={failedAt} before=" in " over=" now" />
        </span>
        , or{" "}
        <button type="button" onClick={onResend}>
          {judgeText.retryNow}
        </button>
        .
      </Flash>
    </div>
  );
}
