import { Form, Link } from "@remix-run/react";
import { pathOf } from "~/domain/challenge/slug";
import { contentRatingName } from "~/domain/media/content-ratings";
import { number, relative, shortTime } from "../parts/format";
import { Icon } from "../parts/icon";
import { Panel } from "../parts/panel";
import { Pill } from "../parts/pill";
import { Thumb } from "../parts/picture";
import { Tabs } from "../parts/tabs";
import { Pick } from "./finder";
import { ClearEntry } from "./moderation";
import { challengeState } from "./state";
import { openerOf } from "./view";
import type { CardView } from "./view";

export type JudgeView = {
  model: string | null;
  provider: string | null;
  passed: boolean | null;
  resting: string | null;
  spent: number;
  daily: number;
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
    </dl>
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

const statuses = [
  ["scheduled", "Scheduled"],
  ["active", "Active"],
  ["needs-hand", "Needs a hand"],
  ["completed", "Completed"],
  ["cancelled", "Canceled"],
] as const;
type Status = (typeof statuses)[number][0];
type Asked = { status: Status; source?: string; level?: string; q: string };

export function ModeratorFinder({ asked, counts }: { asked: Asked; counts: Record<Status, number> }) {
  return (
    <>
      <Tabs
        label="Status"
        tabs={statuses.map(([status, label]) => ({
          to: `?status=${status}`,
          label,
          count: counts[status],
          current: status === asked.status,
        }))}
      />
      <Form key={JSON.stringify(asked)} className="finder" method="get" role="search" aria-label="Challenges">
        <input type="hidden" name="status" value={asked.status} />
        <label className="find">
          <span className="vh">Words in the title or theme</span>
          <Icon name="search" />
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={asked.q}
            maxLength={200}
            placeholder="Search title or theme"
          />
        </label>
        <div className="picks">
          <Pick label="Opened by" name="source" chosen={asked.source ?? ""} options={sources} />
          <Pick label="Content rating" name="level" chosen={asked.level ?? ""} options={levels} />
          <button className="btn">Apply</button>
        </div>
      </Form>
    </>
  );
}

const sources = [
  ["", "Anyone"],
  ["system", "The site"],
  ["moderator", "Moderators"],
  ["user", "People"],
] as const;
const levels = [
  ["", "Any"],
  ["unrated", "Not rated yet"],
  ["blocked", "Blocked"],
] as const;

type Row = CardView & { level: number };

/** Challenges as moderators list them. */
export function ChallengeModList({ items, now }: { items: Row[]; now: number }) {
  return (
    <table className="table modlist">
      <caption>Times are UTC.</caption>
      <thead>
        <tr>
          <th scope="col">Opens</th>
          <th scope="col">Challenge</th>
          <th scope="col" className="xwide-only">
            By
          </th>
          <th scope="col" className="wide-only">
            Rating
          </th>
          <th scope="col">State</th>
          <th scope="col" className="n wide-only">
            Prizes
          </th>
          <th scope="col" className="n wide-only">
            Reviews
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <ModRow key={row.id} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function ModRow({ row, now }: { row: Row; now: number }) {
  const state = challengeState(row, now);
  return (
    <tr>
      <td>{shortTime(row.startsAt, now)}</td>
      <th scope="row">
        <Link className="who" to={pathOf(row)}>
          {row.cover ? <Thumb media={row.cover} alt="" /> : null}
          <span>{row.title}</span>
        </Link>
      </th>
      <td className="xwide-only">{openerOf(row)}</td>
      <td className="wide-only">{contentRatingName(row.level)}</td>
      <td className="st">
        <Pill tone={state.tone}>{state.pill}</Pill>
      </td>
      <td className="n wide-only">{number(row.prizes)}</td>
      <td className="n wide-only">
        {number(row.reviewCount)} of {number(row.reviewsPaid)}
      </td>
    </tr>
  );
}
