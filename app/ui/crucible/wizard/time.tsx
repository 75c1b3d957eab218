import { useEffect, useRef } from "react";
import { durations, endingShare, startWithinDays } from "~/domain/crucible/schema";
import type { Typed } from "~/domain/contest/drafting";
import { SelectField, TextField } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { RadioCards } from "~/ui/parts/options";
import { duration } from "~/ui/parts/format";
import { textOf } from "./fields";
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

/** Shown where "Schedule for later" is chosen. */
function StartTime({ typed, field, zones }: Props) {
  const box = useOwnZone(textOf(typed, "timeZone") !== "");
  return (
    <div className="pairs start-time" ref={box}>
      <TextField field={field("startsAt")} label={wizardText.startDate} type="datetime-local" />
      <SelectField
        field={field("timeZone")}
        label={wizardText.timeZone}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
    </div>
  );
}

/** Where no zone was chosen yet, that of the browser. */
function useOwnZone(chosen: boolean) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const select = box.current?.querySelector("select");
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const same = select && [...select.options].find(({ value }) => resolved(value) === resolved(own));
    if (!chosen && same) select.value = same.value;
  }, [chosen]);
  return box;
}

/** A zone under the one name that this browser has for it. */
function resolved(timeZone: string) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
}
