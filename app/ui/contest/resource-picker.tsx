import { useFetcher } from "@remix-run/react";
import { useRef, useState } from "react";
import type { MouseEvent, ReactNode } from "react";
import { HintOrError } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";

export type Resource = {
  versionId: number;
  kind: string;
  name: string;
  version: string;
  named: boolean;
  baseModel: string | null;
};
export type Found = { words: string; found: Resource[] };

type Props = { field: FieldMeta; chosen: Resource[]; find: Found };

/** Models and LoRAs by search over the catalog; what is ticked stays on the list. */
export function ResourcePicker({ field, chosen, find }: Props) {
  const words = useRef<HTMLInputElement>(null);
  const search = useFetcher<Found>();
  const { words: looked, found } = search.data ?? find;
  const { ticked, tick, kept } = useTicked(field, chosen);
  const before = kept.filter(({ versionId }) => !found.some((one) => one.versionId === versionId));

  function look(event: MouseEvent) {
    event.preventDefault();
    search.load(`/crucibles/new/resources?find=${encodeURIComponent(words.current!.value)}`);
  }

  const chip = (resource: Resource) => (
    <ResourceChip
      key={resource.versionId}
      resource={resource}
      name={field.name}
      checked={ticked.has(resource.versionId)}
      onTick={(on) => tick(resource, on)}
    />
  );
  return (
    <fieldset className="field" id="resources" tabIndex={-1}>
      <legend>
        Resources <span className="dim">(optional)</span>
      </legend>
      {before.length > 0 ? <ChipGroup label={wizardText.selected}>{before.map(chip)}</ChipGroup> : null}
      <div className="row" role="search">
        <label className="vh" htmlFor="find">
          {wizardText.findModel}
        </label>
        <input
          className="input find"
          type="search"
          id="find"
          name="find"
          ref={words}
          defaultValue={find.words}
          autoComplete="off"
        />
        <button className="btn" name="intent" value="find" onClick={look}>
          Find
        </button>
      </div>
      <div role="status">
        {found.length > 0 ? <ChipGroup label={wizardText.searchResults}>{found.map(chip)}</ChipGroup> : null}
        {looked && found.length === 0 ? <p className="hint">{wizardText.noModels(looked)}</p> : null}
      </div>
      <HintOrError
        field={field}
        hint="Search by name or file. These models and LoRAs are allowed in addition to those with the base models above."
      />
    </fieldset>
  );
}

/** Those of the draft, and those ticked since out of what was found. */
function useTicked(field: FieldMeta, chosen: Resource[]) {
  const [kept, setKept] = useState(chosen);
  const [ticked, setTicked] = useState(() => new Set([field.initialValue ?? []].flat().map(Number)));

  function tick(resource: Resource, on: boolean) {
    setKept((before) =>
      before.some(({ versionId }) => versionId === resource.versionId) ? before : [...before, resource],
    );
    setTicked(
      (before) => new Set(on ? [...before, resource.versionId] : [...before].filter((id) => id !== resource.versionId)),
    );
  }

  return { ticked, tick, kept };
}

function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="chips picks" role="group" aria-label={label}>
      {children}
    </div>
  );
}

type ChipProps = { resource: Resource; name: string; checked: boolean; onTick: (on: boolean) => void };

function ResourceChip({ resource, name, checked, onTick }: ChipProps) {
  const { versionId, kind, baseModel } = resource;
  const about = [kind === "lora" ? "LoRA" : "Model", baseModel].filter(Boolean).join(", ");
  return (
    <label className="chip">
      <input
        type="checkbox"
        name={name}
        value={versionId}
        checked={checked}
        onChange={({ target }) => onTick(target.checked)}
      />
      {`${resource.name} ${resource.version}`.trim()} <span className="dim">{about}</span>
    </label>
  );
}
