import { useEffect, useRef, useState } from "react";
import { coverLevels } from "~/domain/crucible/schema";
import { holdsLevel, levelName } from "~/domain/media/levels";
import { announceInput } from "./autosave";
import { HintOrError, noteId } from "../field";
import type { FieldMeta } from "../field";
import { Icon } from "../icon";
import { NewFiles } from "../new-files";
import { Picture } from "../picture";
import type { MediaView } from "../picture";

type Image = MediaView & { level: number };
type Props = { field: FieldMeta; chosen: string; cover: MediaView | null; images: Image[]; more: boolean };

/** One of one's own pictures, or a new one sent from here; a chosen one that is not among the latest stands first. */
export function CoverPicker({ field, chosen, cover, images, more }: Props) {
  const { box, picked, pick } = usePicked(chosen);
  const old = cover && !images.some(({ id }) => id === cover.id) ? [{ ...cover, level: 1 }] : [];
  return (
    <fieldset
      className="field"
      id={field.id}
      tabIndex={-1}
      ref={box}
      aria-describedby={field.errors?.length ? noteId(field) : undefined}
    >
      <legend className="vh">Cover</legend>
      <HintOrError field={field} hint="An image rated PG or PG-13. Everyone sees it." />
      <NewFiles
        accept="image/jpeg,image/png,image/webp"
        words="JPEG, PNG or WebP up to 25 MB"
        among={coverLevels}
        onTaken={([id]) => pick(id!)}
      />
      {images.length + old.length > 0 ? (
        <ul className="choices">
          {[...old, ...images].map((image) => (
            <CoverChoice
              key={image.id}
              image={image}
              name={field.name}
              picked={picked === String(image.id)}
              onPick={pick}
            />
          ))}
        </ul>
      ) : null}
      {more ? <p className="hint">These are your 24 most recent images.</p> : null}
    </fieldset>
  );
}

/** What is picked: as the draft says, until one picks another or a new one has arrived. */
function usePicked(chosen: string) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [picked, setPicked] = useState(chosen);
  const [saved, setSaved] = useState(chosen);
  if (saved !== chosen) {
    setSaved(chosen);
    setPicked(chosen);
  }
  useEffect(() => {
    if (picked !== saved) announceInput(box.current?.form);
  }, [picked, saved]);
  return { box, picked, pick: (id: number) => setPicked(String(id)) };
}

type ChoiceProps = { image: Image; name: string; picked: boolean; onPick: (id: number) => void };

function CoverChoice({ image, name, picked, onPick }: ChoiceProps) {
  const alt = image.alt || `Image ${image.id}`;
  const picture = <Picture media={image} alt={alt} sizes="(max-width: 30rem) 44vw, 10rem" />;
  if (!holdsLevel(coverLevels, image.level)) {
    return (
      <li>
        <div className="choice no-c">
          {picture}
          <span className="sign">
            <Icon name="x" />
          </span>
        </div>
        <p className="bad">{`${levelName(image.level)}; covers must be PG or PG-13`}</p>
      </li>
    );
  }
  return (
    <li>
      <label className="choice ok-c">
        {picture}
        <input type="radio" name={name} value={image.id} checked={picked} onChange={() => onPick(image.id)} />
        <span className="sign">
          <Icon name="check" />
        </span>
      </label>
    </li>
  );
}
