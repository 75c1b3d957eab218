import { dataStyle } from "~/ui/parts/data-style";
import { Icon } from "~/ui/parts/icon";
import { Picture } from "~/ui/parts/picture";
import type { MediaView } from "~/ui/parts/picture";

/** Pictures that a phone shows before one scrolls. */
const FIRST = 4;

type Refusal = { reason: string; detail: string };

export type SubmitChoice = MediaView & {
  /** A video where images are checked: what it was made with is taken on trust. */
  trusted: boolean;
  /** Others can see already whose it is. */
  known?: boolean;
  refusals: Refusal[];
};

type Props = {
  choices: SubmitChoice[];
  fee: number;
  picked: ReadonlySet<number>;
  onPick: (id: number, on: boolean) => void;
  /** What the last try was refused for. */
  refusals: (Refusal & { mediaId: number | null })[];
};

/** One's own media, each to tick or with the reason why not. */
export function SubmitChoices({ choices, fee, picked, onPick, refusals }: Props) {
  return (
    <ul className="choices" style={dataStyle({ "--fee": fee })}>
      {choices.map((choice, at) => {
        const soon = at < FIRST;
        const late = refusals.filter(({ mediaId }) => mediaId === choice.id);
        const words = [...new Set([...choice.refusals, ...late].map(({ detail }) => detail))];
        return (
          <li key={choice.id}>
            {choice.refusals.length === 0 ? (
              <Fit
                choice={choice}
                picked={picked.has(choice.id)}
                soon={soon}
                onPick={onPick}
                wrong={words.length > 0}
              />
            ) : (
              <Unfit choice={choice} soon={soon} />
            )}
            {words.map((detail) => (
              <p key={detail} className="bad" id={`why-${choice.id}`}>
                {detail}
              </p>
            ))}
            {choice.known ? <p className="dim">Already public, so people can find out that it’s yours.</p> : null}
            {choice.trusted ? <p className="dim">We don’t check what a video was made with.</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

type ShownProps = { choice: SubmitChoice; soon: boolean };
type FitProps = ShownProps & { picked: boolean; onPick: (id: number, on: boolean) => void; wrong: boolean };

function Fit({ choice, soon, picked, onPick, wrong }: FitProps) {
  return (
    <label className="choice ok-c">
      <ChoicePicture choice={choice} soon={soon} />
      <input
        type="checkbox"
        name="mediaId"
        value={choice.id}
        checked={picked}
        onChange={({ target }) => onPick(choice.id, target.checked)}
        aria-describedby={wrong ? `why-${choice.id}` : undefined}
      />
      <span className="sign">
        <Icon name="check" />
        <span className="vh">Fits the rules</span>
      </span>
    </label>
  );
}

function Unfit({ choice, soon }: ShownProps) {
  return (
    <div className="choice no-c">
      <ChoicePicture choice={choice} soon={soon} />
      <span className="sign">
        <Icon name="x" />
      </span>
    </div>
  );
}

function ChoicePicture({ choice, soon }: ShownProps) {
  return (
    <Picture
      media={choice}
      alt={choice.alt || `${choice.kind === "video" ? "Video" : "Image"} ${choice.id}`}
      sizes="(max-width: 30rem) 44vw, 10rem"
      soon={soon}
    />
  );
}
