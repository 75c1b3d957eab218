import { Form, Link } from "@remix-run/react";
import { filterKinds, kindLabels } from "~/domain/wallet/transaction-labels";
import { SelectField, TextField } from "../parts/field";

const kinds = [{ value: "", label: "All kinds" }, ...filterKinds.map((value) => ({ value, label: kindLabels[value] }))];

type Typed = Record<string, string>;
type Mistake = { name: string; words: string };

/** Which movements to show; its fields are the address. */
export function LedgerFilter({ typed, errors }: { typed: Typed; errors: Mistake[] }) {
  const field = (name: string) => ({
    id: `filter-${name}`,
    name,
    initialValue: typed[name] ?? "",
    errors: errors.filter((error) => error.name === name).map(({ words }) => words),
  });
  return (
    <Form method="get" className="filters" key={JSON.stringify(typed)}>
      <SelectField field={field("kind")} label="Kind" choices={kinds} />
      <TextField field={field("from")} label="From" type="date" />
      <TextField field={field("to")} label="To" type="date" />
      <p className="row">
        <button className="btn">Filter</button>
        {typed.kind || typed.from || typed.to ? (
          <Link className="btn quiet" to="/wallet">
            Reset
          </Link>
        ) : null}
      </p>
    </Form>
  );
}

/** `?kind=prize&from=2026-11-01`, or nothing. */
export function filterAddress(typed: Typed) {
  const set = Object.entries(typed).filter(
    ([name, value]) => ["kind", "from", "to", "before"].includes(name) && value !== "",
  );
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}
