import { useEffect, useRef } from "react";
import type { Typed } from "~/domain/contest/drafting";
import { SelectField, TextField } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { wizardText } from "../crucible/wizard/wizard-words";
import { textOf } from "./wizard-fields";

type Props = { typed: Typed; field: (name: string) => FieldMeta; zones: string[] };

/** Shown where "Schedule for later" is chosen. */
export function StartTime({ typed, field, zones }: Props) {
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
