import { Link } from "@remix-run/react";
import { pathOf } from "~/domain/challenge/slug";
import { number } from "../parts/format";
import { NoPicture, Picture } from "../parts/picture";
import { Stats } from "../parts/stat";
import { ChallengeClock } from "./card";
import { challengeText } from "./challenge-words";
import { challengeState } from "./state";
import { score } from "./view";
import type { CardView } from "./view";

type OwnStats = { entered: number; placed: number; best: number | null; buzz: number };
type OwnChallenge = CardView & { mine: boolean };

type Props = { username: string; stats: OwnStats; streak: number; own: OwnChallenge[]; now: number };

/** What one has done, and the one thing to do in each of one’s challenges. */
export function ChallengeWelcome({ username, stats, streak, own, now }: Props) {
  return (
    <section className="panel welcome" aria-labelledby="hi">
      <div className="hello">
        <div>
          <h2 id="hi">{headingFor(username, stats, streak)}</h2>
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

function headingFor(username: string, { entered }: OwnStats, streak: number) {
  if (streak > 1) return `${number(streak)} in a row, ${username}`;
  return entered > 0 ? `Welcome back, ${username}` : "Get started";
}

function Own({ username, own, now }: Omit<Props, "stats" | "streak">) {
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
