import { useState } from "react";
import { HintOrError } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { count } from "~/ui/parts/format";
import { wizardText } from "./wizard-words";

export type BaseModel = { id: number; name: string; kind: "image" | "video"; ecosystem: string };

const kinds = [
  { kind: "image", title: "For images" },
  { kind: "video", title: "For videos" },
] as const;

/** Base models as chips to tick; none ticked allows any. */
export function BaseModelPicker({ field, models }: { field: FieldMeta; models: BaseModel[] }) {
  const [chosen, setChosen] = useState(() => new Set([field.initialValue ?? []].flat().map(String)));
  const names = models.filter(({ id }) => chosen.has(String(id))).map(({ name }) => name);

  function tick(id: string, on: boolean) {
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  }

  return (
    <fieldset className="field" id={field.id} tabIndex={-1}>
      <legend>
        Base models <span className="dim">(optional)</span>
      </legend>
      <details className="disclose picker" open={Boolean(field.errors?.length)}>
        <summary>
          {names.length > 0 ? `${count(names.length, "base model")}: ${names.join(", ")}` : wizardText.anyBaseModel}
        </summary>
        {kinds.map(({ kind, title }) => (
          <div key={kind} role="group" aria-label={title} className="stack">
            <p className="label">{title}</p>
            <div className="chips picks">
              {models
                .filter((model) => model.kind === kind)
                .map(({ id, name }) => (
                  <label key={id} className="chip">
                    <input
                      type="checkbox"
                      name={field.name}
                      value={id}
                      checked={chosen.has(String(id))}
                      onChange={({ target }) => tick(target.value, target.checked)}
                    />
                    {name}
                  </label>
                ))}
            </div>
          </div>
        ))}
      </details>
      <HintOrError field={field} />
    </fieldset>
  );
}
