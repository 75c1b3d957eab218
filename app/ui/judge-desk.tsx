import { Form } from "@remix-run/react";
import { JudgeHeader } from "./judge-header";
import type { PairView, Said } from "./judge-seat";
import { JudgeState } from "./judge-state";
import type { StateProps } from "./judge-state";
import { Talk } from "./judge-talk";
import { Zoom, ZoomButton } from "./judge-zoom";
import { Pair, Votes } from "./pair";
import { SkipLink } from "./skip-link";

type Props = StateProps & { said: Said; status: { words: string; good: boolean } };

/** The judge's whole page: the bar, and the pair or what is to be said instead. */
export function JudgeDesk({ said, status, ...props }: Props) {
  const { crucible, person, seat, now } = props;
  const sat = seat?.ok ? seat : null;
  const pair = sat?.current;
  return (
    <div className="judging">
      <SkipLink to={pair ? "pair" : "main"} words={pair ? "Skip to the pair" : "Skip to content"} />
      <main id="main">
        <JudgeHeader crucible={crucible} person={person} progress={sat?.progress ?? null} now={now} status={status}
          undo={sat?.undo ? <UndoButton token={sat.undo.token} /> : null} />
        {pair ? <Arena pair={pair} said={said} number={sat.progress.session + 1} keys={person?.keys ?? false} /> : <div className="wrap"><JudgeState {...props} /></div>}
      </main>
      {pair ? <Zoom pair={pair} /> : null}
    </div>
  );
}

function UndoButton({ token }: { token: string }) {
  return (
    <>
      <button className="undo" form="undo" name="pair" value={token}>Take it back</button>
      <Form id="undo" method="post" hidden><input type="hidden" name="intent" value="undo" /></Form>
    </>
  );
}

function Arena({ pair, said, number, keys }: { pair: PairView; said: Said; number: number; keys: boolean }) {
  return (
    <Form className="arena" method="post">
      <input type="hidden" name="pair" value={pair.token} />
      <h2 className="vh" id="pair" tabIndex={-1}>Pair {number}: which one fits the theme better?</h2>
      <Pair left={pair.left} right={pair.right} headingId="pair" tools={<ZoomButton />} />
      <Votes keys={keys} />
      <Talk pair={pair} said={said} />
    </Form>
  );
}
