import { Link } from "@remix-run/react";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { Avatar } from "../parts/avatar";
import { Chip } from "../parts/chip";
import { count, shortTime } from "../parts/format";
import { Icon } from "../parts/icon";
import { PersonLink } from "../parts/person";
import { Picture } from "../parts/picture";
import { Pill } from "../parts/pill";
import { Share } from "../parts/share";
import { When } from "../parts/when";
import { challengeText } from "./challenge-words";
import type { ChallengeState } from "./state";
import { openerOf } from "./view";
import type { ChallengeView } from "./view";

type Props = { challenge: ChallengeView; state: ChallengeState; now: number };

/** The cover, and over it what this is. */
export function ChallengeHero({ challenge, state, now }: Props) {
  const { cover, title, levels, invitation, source } = challenge;
  return (
    <section className="hero">
      {cover ? (
        <Picture media={cover} alt="" sizes="(max-width: 64rem) 100vw, 80rem" className="cover" eager />
      ) : (
        <div className="cover bare" />
      )}
      <div className="hero-card">
        <p className="row">
          <Pill tone={state.tone}>{state.pill}</Pill>
          {source === "system" && state.phase === "open" ? (
            <Pill tone="gold" plain>
              {challengeText.today}
            </Pill>
          ) : null}
          {contentRatingNames(levels).map((level) => (
            <Chip key={level}>{level}</Chip>
          ))}
        </p>
        <h1 dir="auto">{title}</h1>
        {invitation ? (
          <p className="invite" dir="auto">
            {invitation}
          </p>
        ) : null}
        <div className="row by-line">
          <Opener challenge={challenge} />
          <span>
            Opened by{" "}
            {challenge.creator && source === "user" ? <PersonLink name={challenge.creator} /> : openerOf(challenge)}
            <br />
            <Times challenge={challenge} state={state} now={now} />
          </span>
          <Share path={challenge.path} card={`/challenges/${challenge.id}/card.png`} title={title} />
        </div>
      </div>
    </section>
  );
}

function Opener({ challenge: { source, creator } }: { challenge: ChallengeView }) {
  return source === "user" && creator ? <Avatar name={creator} /> : <Icon name="shield" />;
}

function Times({ challenge, state, now }: Props) {
  const { startsAt, endsAt, mine, id } = challenge;
  const ends = state.phase === "completing" ? "ended" : "ends";
  return (
    <span className="meta">
      {state.phase === "upcoming" ? "Starts" : "Started"} <When at={startsAt} now={now} form="short" />, {ends}{" "}
      <When at={endsAt} now={now} form="short" />
      {mine ? (
        <>
          {" "}
          · <Link to={`/challenges/${id}/edit`}>Edit</Link>
        </>
      ) : null}
    </span>
  );
}

/** The same after the end, when the result is what people come for. */
export function ChallengeEnded({ challenge, state, now }: Props) {
  const { cover, title, endsAt, entryCount, entrantCount, reviewCount } = challenge;
  return (
    <div className="ended">
      {cover ? <Picture media={cover} alt="" sizes="8rem" className="cover" soon /> : null}
      <div>
        <p className="row">
          <Pill plain>{state.pill}</Pill>
          <span className="from">Opened by {openerOf(challenge)}</span>
          <span className="meta" title={shortTime(endsAt, now)}>
            {state.clock.label} <When at={endsAt} now={now} form="full" />
          </span>
        </p>
        <h1 dir="auto">{title}</h1>
        <p className="dim">
          {entryCount > 0
            ? `${count(entryCount, "entry", "entries")} from ${count(entrantCount, "person", "people")}, ${count(reviewCount, "review")}.`
            : `${challengeText.nobodyEntered}.`}
        </p>
      </div>
    </div>
  );
}
