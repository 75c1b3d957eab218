import { durations, entriesCap, entriesPerPerson, startWithinDays } from "~/domain/challenge/schema";
import type { DraftError } from "~/domain/contest/drafting";
import { contentRatings } from "~/domain/media/content-ratings";
import { ResourcePicker } from "~/ui/contest/resource-picker";
import type { Found, Resource } from "~/ui/contest/resource-picker";
import { StartTime } from "~/ui/contest/start-time";
import { fieldsOf } from "~/ui/contest/wizard-fields";
import { TextField } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { number } from "~/ui/parts/format";
import { CheckCards, RadioCards } from "~/ui/parts/options";
import type { Wizard } from "./fields";

type Props = {
  wizard: Wizard;
  errors: readonly DraftError[];
  chosen: Resource[];
  find: Found;
  zones: string[];
};

type Field = (name: string) => FieldMeta;

/** When it runs, how many entries there may be, and what they must be. */
export function ChallengeEntryPanels({ wizard, errors, chosen, find, zones }: Props) {
  const field = fieldsOf(wizard.typed, errors);
  return (
    <>
      <section className="panel stack form">
        <h3>Time</h3>
        <RadioCards
          field={field("duration")}
          legend="Duration"
          options={durations.map(({ hours, words }) => ({ value: String(hours), label: words }))}
        />
        <RadioCards
          field={field("start")}
          legend="Start"
          columns="two"
          options={[
            { value: "now", label: "Now", hint: "As soon as you open it" },
            { value: "at", label: "Schedule for later", hint: `Up to ${startWithinDays} days ahead` },
          ]}
        />
        <StartTime typed={wizard.typed} field={field} zones={zones} />
      </section>
      <EntriesPanel field={field} />
      <section className="panel stack form">
        <h3>Models</h3>
        <RadioCards field={field("models")} legend="Models" legendHidden options={modelRules} />
        <ResourcePicker field={field("version")} chosen={chosen} find={find} />
      </section>
    </>
  );
}

const modelRules = [
  { value: "any", label: "Any" },
  { value: "featured", label: "Featured", hint: "Suggested. What such a model draws satisfies the theme" },
  { value: "required", label: "Required", hint: "Checked, from each image’s metadata" },
];

function EntriesPanel({ field }: { field: Field }) {
  return (
    <section className="panel stack form">
      <h3>Entries</h3>
      <div className="pairs">
        <TextField
          field={field("perPerson")}
          label="Entries per person"
          inputMode="numeric"
          autoComplete="off"
          hint={`${entriesPerPerson.min} to ${entriesPerPerson.max}`}
        />
        <TextField
          field={field("cap")}
          label="Total entries"
          inputMode="numeric"
          autoComplete="off"
          hint={`${entriesCap.min} to ${number(entriesCap.max)}`}
        />
      </div>
      <CheckCards
        field={field("level")}
        legend="Content ratings"
        columns="six"
        options={contentRatings.map(({ bit, name }) => ({ value: String(bit), label: name }))}
      />
      <RadioCards
        field={field("fresh")}
        legend="Images"
        columns="two"
        options={[
          { value: "no", label: "Any", hint: "From one’s whole library" },
          { value: "yes", label: "Made for this", hint: "Added since the challenge was announced" },
        ]}
      />
    </section>
  );
}
