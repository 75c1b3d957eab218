import { Form, Link } from "@remix-run/react";
import { Countdown } from "~/ui/parts/countdown";
import { crucibleState } from "../state";
import { Barred, NotVerified, SignedOut } from "./barred";
import { Case } from "./case";
import { Others } from "./elsewhere";
import type { SeatView, StateProps } from "./seat";
import { PriceLink } from "~/ui/contest/price-button";
import { Reminder } from "../reminder";
import { clockTime, count, date, dateTime, number, sentence } from "~/ui/parts/format";
import { judgeText } from "./judge-words";
import { crucibleText } from "../crucible-words";

/** What stands in the place of a pair, each state in its own words. */
export function JudgeState(props: StateProps) {
  const { crucible, person, seat, now } = props;
  const { phase } = crucibleState(crucible, now);
  if (phase === "upcoming") return <OpensLater {...props} />;
  if (phase !== "open" && phase !== "judging") return <Ended {...props} />;
  if (!person || !seat) return <SignedOut {...props} />;
  if (seat.ok) return <NoPair {...props} seat={seat} />;
  if (seat.reason !== "not-eligible") return <Ended {...props} />;
  return seat.why === "not-verified" ? <NotVerified {...props} person={person} /> : <Barred why={seat.why} />;
}

function NoPair(props: StateProps & { seat: SeatView }) {
  if (props.seat.offer === "take-seat") return <Start seat={props.seat} />;
  return props.seat.offer === "caught-up" ? <CaughtUp {...props} /> : <TooFew {...props} />;
}

/** The first visit to a crucible says how it goes; the next ones lead straight on. */
function Start({ seat }: { seat: SeatView }) {
  const again = seat.progress.votes > 0;
  return (
    <Case icon="check" title={again ? "New pairs to judge" : "Two entries at a time"}>
      {again ? (
        <p>
          {sentence(count(seat.progress.left, "pair"))} to go. You’ve cast {count(seat.progress.votes, "vote")} here so
          far.
        </p>
      ) : (
        <>
          <p>Choose the one that fits the theme better. Names are hidden, and you never judge your own entries.</p>
          <p>
            Take as long as you like. Skipping is free, but skipping to find a particular entry makes your votes count
            less. You can undo a vote for 10 seconds.
          </p>
        </>
      )}
      <Form className="row" method="post">
        <button className="btn primary lg" name="intent" value="sit">
          {again ? "Keep judging" : judgeText.showFirstPair}
        </button>
      </Form>
    </Case>
  );
}

function TooFew({ crucible, elsewhere, now }: StateProps) {
  const open = now < crucible.entriesCloseAt;
  const few = `${sentence(count(crucible.entryCount, "entry", "entries"))}${open ? " so far" : ""}`;
  const title = crucible.entryCount < 2 ? few : "Not enough entries for you to judge";
  return (
    <Case icon="image" title={title}>
      {open ? null : <p>Entries are closed, so there won’t be anything for you to judge here.</p>}
      {crucible.entryCount < 2 ? (
        open ? (
          <p>Judging starts with the second entry. Submit one yourself, or check back later.</p>
        ) : null
      ) : (
        <p>
          You don’t judge your own entries or content you’ve chosen not to see.
          {open ? " Check back when more people have entered." : ""}
        </p>
      )}
      <p className="row">
        {open ? (
          <PriceLink to={`/crucibles/${crucible.id}/submit`} price={crucible.entryFee}>
            {crucibleText.submitEntry}
          </PriceLink>
        ) : null}
        <Link className="btn quiet" to={crucible.path}>
          {crucibleText.backToCrucible}
        </Link>
      </p>
      <Others elsewhere={elsewhere} now={now} words="In the meantime:" />
    </Case>
  );
}

function OpensLater({ crucible, person, elsewhere, now }: StateProps) {
  return (
    <Case
      icon="clock"
      title={
        now < crucible.startsAt ? (
          <Countdown until={crucible.startsAt} now={now} before="Opens in " over="Opening now" />
        ) : (
          "Opening now"
        )
      }
    >
      <p>
        {crucible.name} starts on {date(crucible.startsAt)} at {clockTime(crucible.startsAt)} UTC. Judging begins once
        there are two entries.
      </p>
      <Reminder crucibleId={crucible.id} here={`/crucibles/${crucible.id}/judge`} asked={person && person.reminded} />
      <p className="row">
        <Link className="btn quiet" to={crucible.path}>
          {crucibleText.backToCrucible}
        </Link>
      </p>
      <Others elsewhere={elsewhere} now={now} words="Open now:" />
    </Case>
  );
}

function CaughtUp({ crucible, seat, elsewhere, now }: StateProps & { seat: SeatView }) {
  const { votes, rank, judges } = seat.progress;
  return (
    <Case icon="check" title={judgeText.judgedAll}>
      <p>
        <b>
          {sentence(count(votes, "vote"))} here{rank ? `, rank #${number(rank)} of ${count(judges, "judge")}` : ""}.
        </b>
        {now < crucible.entriesCloseAt ? " New entries add more pairs." : ""}
        {elsewhere.length > 0 ? " In the meantime:" : ""}
      </p>
      <Others elsewhere={elsewhere} now={now} />
    </Case>
  );
}

function Ended({ crucible, now }: StateProps) {
  const { phase } = crucibleState(crucible, now);
  const canceled = phase === "cancelled";
  return (
    <Case icon="clock" title={canceled ? `${crucible.name} was canceled` : judgeText.hasEnded(crucible.name)}>
      {canceled ? (
        <p>All fees were refunded. There’s nothing left to judge.</p>
      ) : (
        <p>It ended on {dateTime(crucible.endsAt)}. Later votes don’t count.</p>
      )}
      <p className="row">
        <Link className="btn primary" to={crucible.path}>
          {phase === "completed" ? crucibleText.seeResults : crucibleText.backToCrucible}
        </Link>
        <Link className="btn quiet" to="/crucibles">
          Other crucibles
        </Link>
      </p>
    </Case>
  );
}
