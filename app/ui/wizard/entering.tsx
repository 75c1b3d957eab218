import { entryFees, leastCap, personLimits, verifiedJudges } from "~/domain/crucible/schema";
import { TextField } from "../field";
import type { FieldMeta } from "../field";
import { Icon } from "../icon";
import { RadioCards } from "../options";
import { number } from "../words";

type Props = { field: (name: string) => FieldMeta };

/** What an entry costs, and how many there may be. */
export function EnteringPanel({ field }: Props) {
  return (
    <section className="panel stack form">
      <h3>Entering</h3>
      <div className="pairs">
        <TextField
          field={field("fee")}
          label="Entry fee"
          inputMode="numeric"
          autoComplete="off"
          unit={
            <>
              <Icon name="buzz" />
              Buzz
            </>
          }
          hint={`0 to ${number(entryFees.freeTo)} is free to set; up to ${number(entryFees.most)} adds ${number(entryFees.price)}.`}
        />
        <TextField
          field={field("cap")}
          label="Total entries"
          optional
          inputMode="numeric"
          autoComplete="off"
          hint={`At least ${leastCap}; empty for no cap.`}
        />
      </div>
      <RadioCards
        field={field("perPerson")}
        legend="Entries per person"
        columns="six"
        options={personLimits.map(({ entries, price }) => ({ value: String(entries), label: String(entries), price }))}
      />
    </section>
  );
}

/** Who may judge. */
export function JudgesPanel({ field }: Props) {
  return (
    <section className="panel stack form">
      <h3>Judges</h3>
      <RadioCards
        field={field("judges")}
        legend="Who may judge"
        legendHidden
        columns="two"
        options={[
          { value: "anyone", label: "Anyone signed in", hint: "More votes, firmer places", price: 0 },
          {
            value: "verified",
            label: "Verified only",
            hint: "A score you choose, or a supporter",
            price: verifiedJudges.price,
          },
        ]}
      />
      <div className="least-score pairs">
        <TextField
          field={field("minScore")}
          label="Least score"
          inputMode="numeric"
          autoComplete="off"
          hint="1 for each counted vote, 5 for each entry that was judged, 25 for each that placed."
        />
      </div>
    </section>
  );
}
