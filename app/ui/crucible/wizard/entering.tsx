import { entryFees, minCap, personLimits, verifiedJudges } from "~/domain/crucible/schema";
import { TextField } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { Icon } from "~/ui/parts/icon";
import { RadioCards } from "~/ui/parts/options";
import { buzz, number } from "~/ui/parts/format";
import { wizardText } from "./wizard-words";

type Props = { field: (name: string) => FieldMeta };

/** What an entry costs, and how many there may be. */
export function EnteringPanel({ field }: Props) {
  return (
    <section className="panel stack form">
      <h3>Entering</h3>
      <div className="pairs">
        <TextField
          field={field("fee")}
          label={wizardText.entryFee}
          inputMode="numeric"
          autoComplete="off"
          unit={
            <>
              <Icon name="buzz" />
              Buzz
            </>
          }
          hint={`Up to ${number(entryFees.freeTo)} costs you nothing. Up to ${number(entryFees.max)} adds ${buzz(entryFees.price)} to the setup fee.`}
        />
        <TextField
          field={field("cap")}
          label={wizardText.totalEntries}
          optional
          inputMode="numeric"
          autoComplete="off"
          hint={`At least ${minCap}. Leave empty for no limit.`}
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
          { value: "anyone", label: "Anyone signed in", hint: "More votes, more reliable results", price: 0 },
          {
            value: "verified",
            label: wizardText.verifiedOnly,
            hint: "Supporters, or a score you choose",
            price: verifiedJudges.price,
          },
        ]}
      />
      <div className="least-score pairs">
        <TextField
          field={field("minScore")}
          label={wizardText.minimumScore}
          inputMode="numeric"
          autoComplete="off"
          hint="1 point per counted vote, 5 per judged entry, 25 per placed entry."
        />
      </div>
    </section>
  );
}
