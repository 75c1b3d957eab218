import { HintOrError } from "./field";
import type { FieldMeta } from "./field";
import { Icon } from "./icon";
import { Picture } from "./picture";
import type { MediaView } from "./picture";

/** One picture of one's own to stand for a crucible. */
export function CoverChoices({ field, covers }: { field: FieldMeta; covers: MediaView[] }) {
  return (
    <fieldset className="field" id={field.id} tabIndex={-1}>
      <legend>Cover</legend>
      {covers.length > 0 ? (
        <div className="choices">
          {covers.map((media) => (
            <label key={media.id} className="choice ok-c">
              <Picture media={media} alt={media.alt || `Image ${media.id}`} sizes="10rem" />
              <input
                type="radio"
                name={field.name}
                value={media.id}
                defaultChecked={String(media.id) === field.initialValue}
              />
              <span className="sign">
                <Icon name="check" />
              </span>
            </label>
          ))}
        </div>
      ) : null}
      <HintOrError field={field} hint="From your library, rated PG or PG-13." />
    </fieldset>
  );
}
