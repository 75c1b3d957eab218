import { Form, useSubmit } from "@remix-run/react";
import type { Filter } from "~/domain/challenge/discovery";
import { Icon } from "../parts/icon";
import { Tabs } from "../parts/tabs";

type Asked = { status: Filter; source?: string; mine?: string; sort: string; q: string };

const statusLabels: Record<Filter, string> = { active: "Open", upcoming: "Upcoming", completed: "Completed" };

const sources = [
  ["", "Anyone"],
  ["system", "The site"],
  ["moderator", "Moderators"],
  ["user", "People"],
] as const;
const mine = [
  ["", "All"],
  ["opened", "I opened"],
  ["entered", "I entered"],
] as const;
const sorts = [
  ["ending", "Ending soon"],
  ["newest", "Newest"],
  ["prizes", "Prizes"],
  ["entries", "Most entries"],
] as const;

type Props = { asked: Asked; counts: Record<Filter, number>; signedIn: boolean };

/** The lists, and what narrows them; all of it is in the address. */
export function ChallengeFinder({ asked, counts, signedIn }: Props) {
  const statuses = Object.entries(statusLabels) as [Filter, string][];
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
      <SearchForm key={JSON.stringify(asked)} asked={asked} signedIn={signedIn} />
    </>
  );
}

function SearchForm({ asked, signedIn }: Omit<Props, "counts">) {
  const submit = useSubmit();
  return (
    <Form className="finder" method="get" action="/challenges" role="search" aria-label="Challenges" preventScrollReset>
      <input type="hidden" name="status" value={asked.status} />
      <label className="find">
        <span className="vh">Words in the title, theme or description</span>
        <Icon name="search" />
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={asked.q}
          maxLength={200}
          placeholder="Search challenges"
        />
      </label>
      <div
        className="picks"
        onChange={(event) => submit((event.target as HTMLSelectElement).form, { preventScrollReset: true })}
      >
        <Pick label="Opened by" name="source" chosen={asked.source ?? ""} options={sources} />
        {signedIn ? <Pick label="Mine" name="mine" chosen={asked.mine ?? ""} options={mine} /> : null}
        <Pick label="Sort by" name="sort" chosen={asked.sort} options={sorts} />
        <button className="btn">Apply</button>
      </div>
    </Form>
  );
}

type PickProps = { label: string; name: string; chosen: string; options: readonly (readonly [string, string])[] };

export function Pick({ label, name, chosen, options }: PickProps) {
  return (
    <label className="pick">
      <span>{label}</span>
      <select className="input" name={name} defaultValue={chosen}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
