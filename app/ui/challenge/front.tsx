import { Link } from "@remix-run/react";
import { pathOf } from "~/domain/challenge/slug";
import { Unit } from "../parts/buzz";
import { classes } from "../parts/classes";
import { number } from "../parts/format";
import { Icon } from "../parts/icon";
import { NoPicture, Picture } from "../parts/picture";
import { Pill } from "../parts/pill";
import { Stats } from "../parts/stat";
import { ChallengeClock } from "./card";
import { challengeText } from "./challenge-words";
import { challengeState } from "./state";
import { openerOf } from "./view";
import type { CardView } from "./view";

/** For those who are not signed in: what this is, in three lines. */
export function ChallengeIntro() {
  return (
    <section className="panel welcome" aria-labelledby="hi">
      <div className="hello">
        <div>
          <h2 id="hi">A theme, and a judge that looks at every entry</h2>
          <p className="dim">
            Entering is free, and prizes are paid in before it opens. Entries are judged without names, by a rubric that
            everyone can read. Every place can be counted again afterwards.
          </p>
        </div>
        <p className="row">
          <Link className="btn primary" to="/sign-up">
            Create an account
          </Link>
        </p>
      </div>
    </section>
  );
}

/** The site’s own challenge of today, large. */
export function Today({ challenge, now }: { challenge: CardView; now: number }) {
  const { id, title, cover, invitation, prizes, entryCount } = challenge;
  const state = challengeState(challenge, now);
  const stats = [
    {
      label: "Prizes",
      value: (
        <>
          {number(prizes)}
          <Unit />
        </>
      ),
      gold: true,
    },
    { label: state.clock.label, value: <ChallengeClock state={state} now={now} /> },
    { label: "Entries", value: number(entryCount) },
  ];
  return (
    <article className="feature">
      {cover ? <Picture media={cover} alt="" sizes="(max-width: 56rem) 96vw, 46rem" soon /> : <NoPicture words="" />}
      <div>
        <p className="row">
          <Pill tone="gold" plain>
            {challengeText.today}
          </Pill>
          <span className={classes("state", state.tone)}>{state.line}</span>
        </p>
        <h3>
          <Link to={pathOf(challenge)}>{title}</Link>
        </h3>
        {invitation ? <p>{invitation}</p> : null}
        <Stats stats={stats} />
        <p className="row actions">
          {state.phase === "open" ? (
            <Link className="btn primary" to={`/challenges/${id}/submit`}>
              {challengeText.submitEntries}
            </Link>
          ) : null}
          <Link className="btn" to={pathOf(challenge)}>
            {challengeText.view}
          </Link>
        </p>
      </div>
    </article>
  );
}

/** Themes that are announced: a day, a title, and by whom. */
export function ComingUp({ challenges }: { challenges: CardView[] }) {
  if (challenges.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="next">
      <div className="row between">
        <h2 id="next">{challengeText.comingUp}</h2>
        <p className="meta">Themes are shown a week before they open.</p>
      </div>
      <ol className="coming">
        {challenges.map((challenge) => (
          <li key={challenge.id}>
            <Day at={challenge.startsAt} />
            <Link to={pathOf(challenge)}>{challenge.title}</Link>
            <span className="meta">by {openerOf(challenge)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Day({ at }: { at: number }) {
  const day = new Date(at);
  const month = day.toLocaleString("en", { month: "short", timeZone: "UTC" });
  return (
    <time dateTime={day.toISOString().slice(0, 10)}>
      <b>{day.getUTCDate()}</b>
      {month}
    </time>
  );
}

export function OpenOne() {
  return (
    <Link className="btn primary" to="/challenges/new/theme">
      <Icon name="plus" />
      {challengeText.open}
    </Link>
  );
}
