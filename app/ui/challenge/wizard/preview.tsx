import { durations } from "~/domain/challenge/schema";
import { textOf } from "~/ui/contest/wizard-fields";
import { Unit } from "~/ui/parts/buzz";
import { count, number } from "~/ui/parts/format";
import { NoPicture, Picture } from "~/ui/parts/picture";
import { Pill } from "~/ui/parts/pill";
import type { Wizard } from "./fields";

/** The card as it will stand in the lists, as far as it was filled in. */
export function ChallengePreview({ wizard: { typed, cover, creator, cost, free } }: { wizard: Wizard }) {
  const run = durations.find(({ hours }) => String(hours) === textOf(typed, "duration"));
  const facts = [
    { label: "Runs for", value: run?.words ?? "–", big: true },
    { label: "Per person", value: count(Number(textOf(typed, "perPerson")) || 0, "entry", "entries") },
    { label: "Reviews", value: number(cost.looks.reviews) },
  ];
  return (
    <section aria-labelledby="pv">
      <h2 id="pv" className="label">
        Preview
      </h2>
      <article className="card">
        {cover ? <Picture media={cover} alt="" sizes="20rem" /> : <NoPicture words="" />}
        <Pill tone="up">Upcoming</Pill>
        <h3>{textOf(typed, "title").trim() || "Untitled"}</h3>
        <p className="by">by {free ? "the moderators" : creator}</p>
        <dl className="facts">
          <div>
            <dt>Prizes</dt>
            <dd className="big gold">
              {number(cost.prizes)}
              <Unit />
            </dd>
          </div>
          {facts.map(({ label, value, big }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={big ? "big" : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="state up">{opening(typed)}</p>
      </article>
    </section>
  );
}

function opening(typed: Wizard["typed"]) {
  const at = textOf(typed, "startsAt");
  if (textOf(typed, "start") !== "at" || !at) return "Opens when you pay";
  return `Opens ${at.replace("T", " ")}, ${textOf(typed, "timeZone").replaceAll("_", " ") || "UTC"}`;
}
