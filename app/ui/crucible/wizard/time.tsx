import { durations, endingShare, startWithinDays } from "~/domain/crucible/schema";
import type { Typed } from "~/domain/contest/drafting";
import type { FieldMeta } from "~/ui/parts/field";
import { StartTime } from "~/ui/contest/start-time";
import { RadioCards } from "~/ui/parts/options";
import { duration } from "~/ui/parts/format";
import { textOf } from "~/ui/contest/wizard-fields";
import { wizardText } from "./wizard-words";

const HOUR = 3_600_000;

type Props = { typed: Typed; field: (name: string) => FieldMeta; zones: string[] };

/** How long it runs, when it starts, and when entries close. */
export function TimePanel({ typed, field, zones }: Props) {
  const run = Number(textOf(typed, "duration"));
  const tenth =
    run > 0
      ? `When ${endingShare * 100}% of the time is left (${duration(run * endingShare * HOUR)})`
      : `When ${endingShare * 100}% of the time is left`;
  return (
    <section className="panel stack form">
      <h3>Time</h3>
      <RadioCards
        field={field("duration")}
        legend="Duration"
        options={durations.map(({ hours, words, price }) => ({ value: String(hours), label: words, price }))}
      />
      <RadioCards
        field={field("start")}
        legend="Start"
        columns="two"
        options={[
          { value: "now", label: "Now", hint: "As soon as you create it" },
          { value: "at", label: wizardText.scheduleLater, hint: `Up to ${startWithinDays} days ahead` },
        ]}
      />
      <StartTime typed={typed} field={field} zones={zones} />
      <RadioCards
        field={field("close")}
        legend="Entries close"
        columns="two"
        options={[
          { value: "tenth", label: "Before the end", hint: tenth },
          { value: "end", label: "At the end", hint: "Late entries may get few votes" },
        ]}
      />
    </section>
  );
}
