import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { pathOf } from "~/domain/challenge/slug";
import { Unit } from "../parts/buzz";
import { classes } from "../parts/classes";
import { Countdown } from "../parts/countdown";
import { count, number } from "../parts/format";
import { NoPicture, Picture } from "../parts/picture";
import { Pill } from "../parts/pill";
import { When } from "../parts/when";
import { challengeState } from "./state";
import type { ChallengeState } from "./state";
import { openerOf } from "./view";
import type { CardView } from "./view";

export function ChallengeCard({ challenge, now }: { challenge: CardView; now: number }) {
  const state = challengeState(challenge, now);
  const { cover, title, prizes } = challenge;
  return (
    <li className="card">
      {cover ? <Picture media={cover} alt="" sizes="(max-width: 40rem) 92vw, 20rem" /> : <NoPicture words="" />}
      <Pill tone={state.tone}>{state.pill}</Pill>
      <h3>
        <Link to={pathOf(challenge)}>{title}</Link>
      </h3>
      <p className="by">by {openerOf(challenge)}</p>
      <dl className="facts">
        <Fact label="Prizes" gold>
          {number(prizes)}
          <Unit />
        </Fact>
        <Fact label={state.clock.label}>
          <ChallengeClock state={state} now={now} />
        </Fact>
      </dl>
      <p className="counts">{countsOf(challenge)}</p>
      <p className={classes("state", state.tone)}>{state.line}</p>
    </li>
  );
}

/** What is left, ticking, or when it was. */
export function ChallengeClock({ state, now }: { state: ChallengeState; now: number }) {
  const { at, ticking } = state.clock;
  if (ticking) return <Countdown until={at} now={now} over={state.phase === "upcoming" ? "now" : "ended"} />;
  return state.phase === "upcoming" ? "now" : <When at={at} now={now} form="short" />;
}

function countsOf({ entryCount, reviewCount, reviewsPaid, judgedBy }: CardView) {
  if (entryCount === 0) return "No entries yet";
  const entries = count(entryCount, "entry", "entries");
  if (judgedBy === "people") return `${entries} · judged by people`;
  return reviewCount === entryCount
    ? `${entries} · all reviewed`
    : `${entries} · ${number(reviewCount)} of ${number(reviewsPaid)} reviewed`;
}

type FactProps = { label: string; gold?: boolean; children: ReactNode };

function Fact({ label, gold = false, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={classes("big", gold && "gold")}>{children}</dd>
    </div>
  );
}
