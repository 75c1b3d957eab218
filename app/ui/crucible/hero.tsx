import { Link } from "@remix-run/react";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { Avatar } from "../parts/avatar";
import { Chip } from "../parts/chip";
import type { CrucibleState } from "./state";
import type { CrucibleView } from "./view";
import { PersonLink } from "../parts/person";
import { Picture } from "../parts/picture";
import { Pill } from "../parts/pill";
import { StatePill } from "./state-pill";
import { Share } from "../parts/share";
import { When } from "../parts/when";
import { count, shortTime } from "../parts/format";

type Props = { crucible: CrucibleView; state: CrucibleState; mine: boolean; now: number };

/** The cover, and over it what this is. */
export function Hero({ crucible, state, mine, now }: Props) {
  const { cover, name, levels, description, creator, startsAt, endsAt } = crucible;
  const starts = state.phase === "upcoming" ? "Starts" : "Started";
  const ends = state.phase === "counting" ? "ended" : "ends";
  return (
    <section className="hero">
      {cover ? (
        <Picture media={cover} alt="" sizes="(max-width: 64rem) 100vw, 80rem" className="cover" eager />
      ) : (
        <div className="cover bare" />
      )}
      <div className="hero-card">
        <p className="row">
          <StatePill state={state} />
          {contentRatingNames(levels).map((level) => (
            <Chip key={level}>{level}</Chip>
          ))}
        </p>
        <h1 dir="auto">{name}</h1>
        <Description html={description} />
        <div className="row by-line">
          <Avatar name={creator.username} />
          <span>
            {state.phase === "upcoming" ? "Created by" : "Opened by"} <PersonLink name={creator.username} />
            <br />
            <span className="meta">
              {starts} <When at={startsAt} now={now} form="short" />, {ends} <When at={endsAt} now={now} form="short" />
              {mine ? (
                <>
                  {" "}
                  · <Link to={`/crucibles/${crucible.id}/edit`}>Edit</Link>
                </>
              ) : null}
            </span>
          </span>
          <Share path={crucible.path} card={`/crucibles/${crucible.id}/card.png`} title={name} />
        </div>
      </div>
    </section>
  );
}

function Description({ html }: { html: string }) {
  return html ? <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} /> : null;
}

/** The same after the end, when the result is what people come for. */
export function Ended({ crucible, state, now }: Omit<Props, "mine">) {
  const { cover, name, creator, endsAt, entryCount, entrantCount, voteCount, judgeCount } = crucible;
  const field = `${count(entryCount, "entry", "entries")} from ${count(entrantCount, "person", "people")}`;
  return (
    <div className="ended">
      {cover ? <Picture media={cover} alt="" sizes="8rem" className="cover" soon /> : null}
      <div>
        <p className="row">
          <Pill plain>{state.pill}</Pill>
          <span className="meta" title={shortTime(endsAt, now)}>
            {state.clock.label} <When at={endsAt} now={now} form="full" />
          </span>
        </p>
        <h1>{name}</h1>
        <p className="dim">
          Theme by <PersonLink name={creator.username} />.{" "}
          {entryCount > 0
            ? `${field}, ${count(voteCount, "vote")} by ${count(judgeCount, "judge")}.`
            : "Nobody entered."}
        </p>
      </div>
    </div>
  );
}
