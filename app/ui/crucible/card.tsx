import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { pathOf } from "~/domain/crucible/slug";
import { Unit } from "../parts/buzz";
import { classes } from "../parts/classes";
import { Countdown } from "../parts/countdown";
import { clockText, crucibleState } from "./state";
import type { CrucibleState, CrucibleTimes } from "./state";
import { StateLine, StatePill } from "./state-pill";
import { NoPicture, Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { When } from "../parts/when";
import { count, number, sentence } from "../parts/format";

/** A crucible as lists show it. Instants in milliseconds. */
export type CardView = CrucibleTimes & {
  id: number;
  name: string;
  creator: string;
  cover: MediaView | null;
  entryFee: number;
  /** What is in escrow now, or was when it was paid out. */
  pool: number;
  entries: number;
  participants: number;
};

export function Card({ crucible, now }: { crucible: CardView; now: number }) {
  const state = crucibleState(crucible, now);
  const fee = state.phase === "upcoming" && crucible.entryFee > 0 ? `, fee ${number(crucible.entryFee)} Buzz` : "";
  return (
    <li className="card">
      <Cover media={crucible.cover} />
      <StatePill state={state} />
      <h3>
        <Link to={pathOf(crucible)}>{crucible.name}</Link>
      </h3>
      <p className="by">by {crucible.creator}</p>
      <dl className="facts">
        <Fact label="Prize pool" gold>
          {number(crucible.pool)}
          <Unit />
        </Fact>
        <Fact label={state.clock.label}>
          <Clock state={state} now={now} />
        </Fact>
      </dl>
      <p className="counts">{sentence(counts(crucible))}</p>
      <StateLine tone={state.tone}>{state.line + fee}</StateLine>
    </li>
  );
}

/** What is left, ticking, or when it was. */
export function Clock({ state, now }: { state: CrucibleState; now: number }) {
  if (state.clock.ticking)
    return <Countdown until={state.clock.at} now={now} over={state.phase === "upcoming" ? "now" : "ended"} />;
  if (state.phase === "upcoming") return clockText(state, now);
  return <When at={state.clock.at} now={now} form="short" />;
}

type PreviewProps = {
  name: string;
  creator: string;
  cover: MediaView | null;
  /** Four at most: two large, two small. */
  facts: { label: string; value: ReactNode; gold?: boolean }[];
  line: string;
};

/** The card of a crucible that is still being made: no link, and its terms in place of its figures. */
export function PreviewCard({ name, creator, cover, facts, line }: PreviewProps) {
  return (
    <article className="card">
      <Cover media={cover} />
      <span className="pill up">Upcoming</span>
      <h3>{name || "Untitled"}</h3>
      <p className="by">by {creator}</p>
      <dl className="facts">
        {facts.map(({ label, value, gold }, at) => (
          <Fact key={label} label={label} gold={gold} big={at < 2}>
            {value}
          </Fact>
        ))}
      </dl>
      <StateLine tone="up">{line}</StateLine>
    </article>
  );
}

type FactProps = { label: string; gold?: boolean; big?: boolean; children: ReactNode };

function Fact({ label, gold = false, big = true, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={classes(big && "big", gold && "gold")}>{children}</dd>
    </div>
  );
}

function Cover({ media }: { media: MediaView | null }) {
  if (!media) return <NoPicture words="" />;
  return <Picture media={media} alt="" sizes="(max-width: 40rem) 92vw, 20rem" />;
}

function counts({ entries, participants }: CardView) {
  return `${count(entries, "entry", "entries")} · ${count(participants, "participant")}`;
}
