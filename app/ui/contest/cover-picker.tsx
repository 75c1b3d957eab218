import { useEffect, useRef, useState } from "react";
import { coverLevels } from "~/domain/media/cover-ratings";
import { includesRating, contentRatingName } from "~/domain/media/content-ratings";
import { announceInput } from "./autosave";
import { HintOrError, noteId } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { Icon } from "~/ui/parts/icon";
import { NewFiles } from "~/ui/media/new-files";
import { Picture } from "~/ui/parts/picture";
import type { MediaView } from "~/ui/parts/picture";

type Image = MediaView & { level: number };
type Props = {
  field: FieldMeta;
  chosen: string;
  images: Image[];
  /** The cover that may stay, whatever its level is now. */
  keep?: number | null;
  hint: string;
  legendHidden?: boolean;
  /** New files can be sent from here; what is picked goes to the draft like what was typed. */
  upload?: boolean;
  more?: boolean;
};

/** One of one's own pictures to stand for a contest. */
export function CoverPicker({ field, chosen, images, keep, hint, legendHidden, upload = false, more }: Props) {
  const { box, picked, pick } = usePicked(chosen, upload);
  return (
    <fieldset
      className="field"
      id={field.id}
      tabIndex={-1}
      ref={box}
      aria-describedby={field.errors?.length ? noteId(field) : undefined}
    >
      <legend className={legendHidden ? "vh" : undefined}>Cover</legend>
      <HintOrError field={field} hint={hint} />
      {upload ? <NewFiles {...newCover} onTaken={([id]) => pick(id!)} /> : null}
      {images.length > 0 ? (
        <ul className="choices">
          {images.map((image) => (
            <CoverChoice
              key={image.id}
              image={image}
              fits={image.id === keep || includesRating(coverLevels, image.level)}
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

const newCover = {
  accept: "image/jpeg,image/png,image/webp",
  words: "JPEG, PNG or WebP up to 25 MB",
  among: coverLevels,
};

/** What is picked: as the draft says, until one picks another or a new one has arrived. */
function usePicked(chosen: string, announced: boolean) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [picked, setPicked] = useState(chosen);
  const [saved, setSaved] = useState(chosen);
  if (saved !== chosen) {
    setSaved(chosen);
    setPicked(chosen);
  }
  useEffect(() => {
    if (announced && picked !== saved) announceInput(box.current?.form);
  }, [announced, picked, saved]);
  return { box, picked, pick: (id: number) => setPicked(String(id)) };
}

type ChoiceProps = { image: Image; fits: boolean; name: string; picked: boolean; onPick: (id: number) => void };

function CoverChoice({ image, fits, name, picked, onPick }: ChoiceProps) {
  const alt = image.alt || `Image ${image.id}`;
  const picture = <Picture media={image} alt={alt} sizes="(max-width: 30rem) 44vw, 10rem" />;
  if (!fits) {
    return (
      <li>
        <div className="choice no-c">
          {picture}
          <span className="sign">
            <Icon name="x" />
          </span>
        </div>
        <p className="bad">{`${contentRatingName(image.level)}; covers must be PG or PG-13`}</p>
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
