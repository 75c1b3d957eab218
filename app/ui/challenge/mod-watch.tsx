import { Link } from "@remix-run/react";
import { number, relative } from "../parts/format";
import { Panel } from "../parts/panel";
import { ClearEntry } from "./moderation";

export type JudgeView = {
  model: string | null;
  provider: string | null;
  passed: boolean | null;
  resting: string | null;
  spent: number;
  daily: number;
  days: { day: string; state: "filled" | "empty" | "open" }[];
  waiting: number;
  oldest: number | null;
  completing: number;
};

/** How the judge is doing, and what waits for it. */
export function JudgeWatch({ judge, now }: { judge: JudgeView; now: number }) {
  const { model, waiting, oldest, completing } = judge;
  return (
    <dl className="watch">
      <div>
        <dt>Judge</dt>
        <dd>
          {model ?? "People"}
          <small>{judgeWords(judge)}</small>
        </dd>
      </div>
      <div>
        <dt>Waiting</dt>
        <dd>
          {waiting === 0 ? "Nothing" : `${number(waiting)} reviews`}
          {oldest === null ? "" : `, the oldest from ${relative(oldest, now)}`}
          <small>{completing === 0 ? "No winners to pick" : `${number(completing)} picking winners`}</small>
        </dd>
      </div>
      {judge.days.length > 0 ? <Days days={judge.days} /> : null}
    </dl>
  );
}

function Days({ days }: Pick<JudgeView, "days">) {
  const filled = days.filter(({ state }) => state === "filled").length;
  const words = `${number(filled)} of ${number(days.length)} days filled by the site`;
  return (
    <div>
      <dt>The next {number(days.length)} days</dt>
      <dd>
        {words}
        <span className="days" role="img" aria-label={words}>
          {days.map(({ day, state }) => (
            <span key={day} className={{ filled: undefined, empty: "none", open: "left" }[state]} />
          ))}
        </span>
      </dd>
    </div>
  );
}

function judgeWords({ model, provider, passed, resting, spent, daily }: JudgeView) {
  if (!model) return "No model is set up: people score by hand.";
  const rest = {
    "over-budget": "Today’s money is used up. ",
    unauthorized: "The key was refused. ",
    unpaid: "The provider wants to be paid. ",
  };
  const eyes = passed === null ? "Eye test to come" : passed ? "Eye test passed today" : "Eye test failed today";
  const money = `${spent.toFixed(2)} of ${daily.toFixed(2)} USD today`;
  return `${resting ? (rest[resting as keyof typeof rest] ?? "") : ""}${eyes} · ${money}${provider ? `, ${provider}` : ""}`;
}

type Aside = { entryId: number; challengeId: number; title: string; transcript: string | null };

/** Entries whose words seem to speak to the judge. */
export function SetAside({ entries }: { entries: Aside[] }) {
  if (entries.length === 0) return null;
  return (
    <Panel title={`Set aside (${number(entries.length)})`} stack>
      <p className="small">
        Words in these images seem to speak to the judge. They aren’t placed unless you let them back in.
      </p>
      <ul className="stack">
        {entries.map(({ entryId, challengeId, title, transcript }) => (
          <li key={entryId} className="row between">
            <span>
              <Link to={`/challenges/${challengeId}`}>{title}</Link>: <q>{transcript}</q>
            </span>
            <ClearEntry id={entryId} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
