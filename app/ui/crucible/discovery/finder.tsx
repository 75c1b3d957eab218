import { Form, useSubmit } from "@remix-run/react";
import type { Discovery, Filter, Sort } from "~/domain/crucible/discovery";
import { Icon } from "~/ui/parts/icon";
import { Tabs } from "~/ui/parts/tabs";
import { discoveryText } from "./discovery-words";
import { endingSoon } from "../state";

type Asked = Pick<Discovery, "tab" | "status" | "words" | "baseModel"> & {
  /** Null: as the tab has it. */ sort: Sort | null;
};

const tabLabels: Record<Discovery["tab"], string> = {
  featured: "Featured",
  ending: endingSoon,
  stakes: "High stakes",
  new: "New",
};

const lists = Object.entries(tabLabels);

const statusLabels: Record<Filter, string> = {
  active: "Active",
  upcoming: "Upcoming",
  completed: "Completed",
  any: "Any",
};

const sortLabels: Partial<Record<Sort, string>> = {
  pool: "Prize pool",
  ending: endingSoon,
  newest: "Newest",
  entries: "Most entries",
  name: "Name",
};

type Props = { asked: Asked; baseModels: { id: number; name: string }[] };

/** The lists, and what narrows them; all of it is in the address. */
export function Finder({ asked, baseModels }: Props) {
  return (
    <>
      <Tabs
        label="Lists"
        tabs={lists.map(([tab, label]) => ({ to: `?tab=${tab}`, label, current: tab === asked.tab && !asked.sort }))}
      />
      <SearchForm key={JSON.stringify(asked)} asked={asked} baseModels={baseModels} />
    </>
  );
}

function SearchForm({ asked, baseModels }: Props) {
  const submit = useSubmit();
  const models = baseModels.map(({ id, name }) => [String(id), name] as const);
  return (
    <Form className="finder" method="get" action="/crucibles" role="search" aria-label="Crucibles" preventScrollReset>
      <input type="hidden" name="tab" value={asked.tab} />
      <label className="find">
        <span className="vh">{discoveryText.searchBy}</span>
        <Icon name="search" />
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={asked.words}
          maxLength={200}
          placeholder="Search crucibles"
        />
      </label>
      <div
        className="picks"
        onChange={(event) => submit((event.target as HTMLSelectElement).form, { preventScrollReset: true })}
      >
        <Pick label="Status" name="status" chosen={asked.status} options={Object.entries(statusLabels)} />
        <Pick
          label={discoveryText.sortBy}
          name="sort"
          chosen={asked.sort ?? ""}
          options={[["", "Default"], ...Object.entries(sortLabels)]}
        />
        {models.length > 0 ? (
          <Pick
            label="Base model"
            name="model"
            chosen={String(asked.baseModel ?? "")}
            options={[["", "Any"], ...models]}
          />
        ) : null}
        <button className="btn">Apply</button>
      </div>
    </Form>
  );
}

type PickProps = { label: string; name: string; chosen: string; options: (readonly [string, string])[] };

function Pick({ label, name, chosen, options }: PickProps) {
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
