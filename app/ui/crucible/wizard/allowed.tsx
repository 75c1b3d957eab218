import { contentRatings } from "~/domain/media/content-ratings";
import { maxMinSide } from "~/domain/crucible/schema";
import type { Typed } from "~/domain/contest/drafting";
import { BaseModelPicker } from "./base-model-picker";
import type { BaseModel } from "./base-model-picker";
import { TextField } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { CheckCards, RadioCards } from "~/ui/parts/options";
import { ResourcePicker } from "~/ui/contest/resource-picker";
import type { Found, Resource } from "~/ui/contest/resource-picker";
import { number } from "~/ui/parts/format";
import { wizardText } from "./wizard-words";

type Props = {
  typed: Typed;
  field: (name: string) => FieldMeta;
  baseModels: BaseModel[];
  chosen: Resource[];
  find: Found;
};

/** Allowed entries: levels, kinds, size, and what it was made with. */
export function AllowedPanel({ field, baseModels, chosen, find }: Props) {
  return (
    <section className="panel stack form">
      <h3>Allowed entries</h3>
      <CheckCards
        field={field("level")}
        legend={wizardText.contentRatings}
        columns="six"
        options={contentRatings.map(({ bit, name }) => ({ value: String(bit), label: name }))}
        hint="Only people whose content settings include one of these will see the crucible."
      />
      <CheckCards
        field={field("media")}
        legend="Media"
        options={[
          { value: "image", label: "Images" },
          { value: "video", label: "Videos" },
        ]}
      />
      <div className="pairs">
        <TextField
          field={field("minSide")}
          label="Minimum size of the shorter side"
          optional
          inputMode="numeric"
          autoComplete="off"
          unit="px"
          hint={`Up to ${number(maxMinSide)}. Leave empty for no minimum.`}
        />
      </div>
      <BaseModelPicker field={field("baseModel")} models={baseModels} />
      <ResourcePicker field={field("version")} chosen={chosen} find={find} />
      <RadioCards
        field={field("enforce")}
        legend="Base models and resources are"
        columns="two"
        options={[
          { value: "yes", label: "Checked", hint: "From each image’s metadata. Videos aren’t checked" },
          { value: "no", label: "Not checked", hint: "Shown to entrants as a request" },
        ]}
      />
    </section>
  );
}
