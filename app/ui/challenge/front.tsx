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
import { openerOf, score } from "./view";
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

export type OwnStats = { entered: number; placed: number; best: number | null; buzz: number };
export type OwnChallenge = CardView & { mine: boolean };

type Props = { username: string; stats: OwnStats; own: OwnChallenge[]; now: number };

/** What one has done, and the one thing to do in each of one’s challenges. */
export function ChallengeWelcome({ username, stats, own, now }: Props) {
  return (
    <section className="panel welcome" aria-labelledby="hi">
      <div className="hello">
        <div>
          <h2 id="hi">{stats.entered > 0 ? `Welcome back, ${username}` : "Get started"}</h2>
          <p className="dim small">
            {own.length > 0
              ? "Your scores are yours to see until a challenge ends."
              : "Pick a theme and enter. It’s free."}
          </p>
        </div>
        <Stats
          stats={[
            { label: "Entered", value: number(stats.entered) },
            { label: "Placed", value: number(stats.placed) },
            { label: "Best total", value: stats.best === null ? "–" : score(stats.best) },
            { label: "Buzz won", value: number(stats.buzz), gold: stats.buzz > 0 },
          ]}
        />
      </div>
      {own.length > 0 ? <Own username={username} own={own} now={now} /> : null}
    </section>
  );
}

function Own({ username, own, now }: Omit<Props, "stats">) {
  return (
    <>
      <div className="row between sub">
        <h3>
          {challengeText.yourChallenges} <span className="dim">{own.length}</span>
        </h3>
        <Link className="small" to={`/people/${encodeURIComponent(username)}/challenges`}>
          Opened and entered
        </Link>
      </div>
      <ul className="mine-list" aria-label={challengeText.yourChallenges} tabIndex={0}>
        {own.map((challenge) => (
          <OwnCard key={challenge.id} challenge={challenge} now={now} />
        ))}
      </ul>
    </>
  );
}

function OwnCard({ challenge, now }: { challenge: OwnChallenge; now: number }) {
  const { id, title, cover, mine, entryCount, reviewCount, reviewsPaid } = challenge;
  const state = challengeState(challenge, now);
  const next = nextOf(challenge, state.phase);
  return (
    <li className="mine-card">
      {cover ? <Picture media={cover} alt="" sizes="5.5rem" /> : <NoPicture words="" />}
      <div>
        <h4>
          <Link to={pathOf(challenge)}>{title}</Link>
        </h4>
        <p className="rank">
          <b className="total">{number(entryCount)}</b>{" "}
          <span className="dim">
            {entryCount === 1 ? "entry" : "entries"}, {number(reviewCount)} of {number(reviewsPaid)} reviewed
          </span>
        </p>
        <p className="meta">
          {mine ? "You opened it" : "You entered"} · {state.clock.label.toLowerCase()}{" "}
          <ChallengeClock state={state} now={now} />
        </p>
      </div>
      <p className="acts">
        {next ? (
          <Link className="btn primary" to={`/challenges/${id}/${next.to}`}>
            {next.words}
          </Link>
        ) : null}
        <Link className="btn quiet" to={pathOf(challenge)}>
          View
        </Link>
      </p>
    </li>
  );
}

function nextOf({ mine, judgedBy }: OwnChallenge, phase: string) {
  if (phase === "completed") return { to: "results", words: "Results" };
  if (mine && judgedBy === "people" && phase !== "upcoming") return { to: "reviews", words: challengeText.judgeByHand };
  if (mine) return phase === "open" ? { to: "looks", words: challengeText.addReviews } : null;
  return phase === "open" ? { to: "submit", words: "Submit" } : null;
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
