import { Form, Link } from "@remix-run/react";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { list, number } from "../parts/format";
import { Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { When } from "../parts/when";
import { ChallengeClock } from "./card";
import { challengeText } from "./challenge-words";
import { Scores } from "./crits";
import type { ChallengeState } from "./state";
import { score } from "./view";
import type { ChallengeView } from "./view";

type Person = { used: number; reminded: boolean } | null;
export type OwnEntry = {
  id: number;
  place: number | null;
  removedReason: string | null;
  media: MediaView;
  review: {
    state: "due" | "claimed" | "by-hand" | "done";
    total: number | null;
    scores: number[] | null;
    words: string;
    aside: boolean;
    at: number | null;
  } | null;
};

type Props = { challenge: ChallengeView; state: ChallengeState; person: Person; now: number };

/** How it stands in four figures, and the one thing to do. */
export function ChallengeFigures({ challenge, state, person, now }: Props) {
  const { entryCount, entrantCount, reviewCount, description } = challenge;
  return (
    <div className="lead">
      <dl className="stats panel">
        <Figure label="Entries" value={entryCount} />
        <Figure label="People" value={entrantCount} />
        <Figure label="Reviewed" value={reviewCount} />
        <div className="time">
          <dt>{state.clock.label}</dt>
          <dd>
            <ChallengeClock state={state} now={now} />
          </dd>
        </div>
      </dl>
      <div className="dock">
        <TheOneThing challenge={challenge} state={state} person={person} now={now} />
      </div>
      {description ? (
        <div className="panel prose" dir="auto" dangerouslySetInnerHTML={{ __html: description }} />
      ) : null}
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

/** A button, or in its place why there is none. */
function TheOneThing({ challenge, state, person, now }: Props) {
  const { id, mine, judgedBy, entriesPerPerson, levels, madeForThis, path, completingAt } = challenge;
  if (state.phase === "upcoming") return <Reminder id={id} path={path} person={person} />;
  if (state.phase === "completing")
    return (
      <p className="instead" role="status">
        Picking winners
        {completingAt ? (
          <>
            {" "}
            since <When at={completingAt} now={now} />
          </>
        ) : null}
        . This page will show the results.
      </p>
    );
  if (mine && judgedBy === "people")
    return (
      <Link className="btn primary lg" to={`/challenges/${id}/reviews`}>
        {challengeText.judgeByHand} <small>You opened it, so you score it</small>
      </Link>
    );
  if (mine) return <p className="instead">You opened this challenge, so you can’t enter it.</p>;
  if (person && person.used >= entriesPerPerson) return <p className="instead">You have used all of your entries.</p>;
  return (
    <Link className="btn primary lg" to={`/challenges/${id}/submit`}>
      {challengeText.submitEntries}{" "}
      <small>
        Free. Images rated {list(contentRatingNames(levels), "or")}
        {madeForThis ? ", made for this" : ""}
      </small>
    </Link>
  );
}

function Reminder({ id, path, person }: { id: number; path: string; person: Person }) {
  if (!person)
    return (
      <Link className="btn lg" to={`/sign-in?to=${encodeURIComponent(path)}`}>
        {challengeText.signInForReminder}
      </Link>
    );
  if (person.reminded) return <p className="instead">We’ll notify you when it opens.</p>;
  return (
    <Form method="post" action={`/challenges/${id}/reminder`} preventScrollReset>
      <input type="hidden" name="to" value={path} />
      <button className="btn primary lg">{challengeText.remindMe}</button>
    </Form>
  );
}

/** One’s own entries beside the figures: the best of them with its scores. */
export function YourChallengeEntries({ challenge, own }: { challenge: ChallengeView; own: OwnEntry[] | null }) {
  const { id, criteria, entriesPerPerson } = challenge;
  const best = bestOf(own ?? []);
  const waiting = (own ?? []).filter(({ review }) => !review || review.state !== "done").length;
  return (
    <section className="panel yours" aria-labelledby="yours">
      <div className="row between">
        <h2 id="yours">{challengeText.yourEntries}</h2>
        {own ? (
          <span className="meta">
            {number(own.length)} of {number(entriesPerPerson)}
          </span>
        ) : null}
      </div>
      {best ? (
        <article className="own">
          <Picture media={best.media} alt={best.media.alt || "Your entry"} sizes="4.5rem" />
          <div>
            <p className="row between">
              <b className="total big">
                {score(best.review!.total!)}
                <span className="unit">of 10</span>
              </b>
              <Link className="small" to={`/challenges/${id}/mine`}>
                Your {number(own!.length)}
              </Link>
            </p>
            <p className="meta">Only you see this until it ends.</p>
          </div>
          <Scores criteria={criteria} scores={best.review!.scores!} />
          <blockquote className="said">{best.review!.words}</blockquote>
        </article>
      ) : null}
      <p className="why">{ownWords(own, waiting)}</p>
    </section>
  );
}

function bestOf(own: OwnEntry[]) {
  const done = own.filter(({ review }) => review?.state === "done" && !review.aside);
  return done.sort((a, b) => b.review!.total! - a.review!.total!)[0] ?? null;
}

function ownWords(own: OwnEntry[] | null, waiting: number) {
  if (!own) return "Sign in to enter.";
  if (own.length === 0) return "You haven’t entered yet.";
  if (waiting === 0) return "All of your entries are reviewed.";
  return waiting === 1 ? "One is waiting for its review." : `${number(waiting)} are waiting for their reviews.`;
}
