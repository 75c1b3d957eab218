import { Form, Link } from "@remix-run/react";
import { pathOf } from "~/domain/challenge/slug";
import { contentRatingName } from "~/domain/media/content-ratings";
import { number, shortTime } from "../parts/format";
import { Icon } from "../parts/icon";
import { Pill } from "../parts/pill";
import { Thumb } from "../parts/picture";
import { Tabs } from "../parts/tabs";
import { Pick } from "./finder";
import { challengeState } from "./state";
import { openerOf } from "./view";
import type { CardView } from "./view";

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
