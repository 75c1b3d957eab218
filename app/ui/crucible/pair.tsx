import type { ReactNode } from "react";
import { Icon } from "../parts/icon";
import { Video } from "../media/media-frame";
import { Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { judgeText } from "./judge/judge-words";

export type Side = "left" | "right";

type PairProps = {
  left: MediaView;
  right: MediaView;
  headingId: string;
  chosen?: Side | null;
  tools?: ReactNode;
  /** Beneath a video. */
  controls?: (side: Side) => ReactNode;
  /** There already, in its size and place, but not to be seen yet. */
  waiting?: boolean;
  /** Whether a video shows the browser's own controls, where no script plays it. */
  native?: boolean;
  /** Names the pair for the page's script. */
  token?: string;
};

/** Two entries, whole and without a word about them. */
export function Pair({ left, right, headingId, chosen = null, token, waiting = false, ...half }: PairProps) {
  const looks = { "data-token": token, "data-waiting": waiting || undefined, "aria-hidden": waiting || undefined };
  return (
    <div className="pair" role="group" aria-labelledby={headingId} {...looks}>
      <Half media={left} side="left" chosen={chosen === "left"} eager={!waiting} {...half} />
      <Half media={right} side="right" chosen={chosen === "right"} eager={!waiting} {...half} />
    </div>
  );
}

type HalfProps = Pick<PairProps, "tools" | "controls" | "native"> & {
  media: MediaView;
  side: Side;
  chosen: boolean;
  eager: boolean;
};

function Half({ media, side, chosen, eager, tools, controls, native = true }: HalfProps) {
  const words = spoken(media, side);
  return (
    <figure className="frame" data-chosen={chosen || undefined} data-side={side}>
      {media.video ? (
        <Video media={media} label={words} loop controls={native} early={!native} />
      ) : (
        <Picture media={media} alt={words} sizes={PAIR_SIZES} eager={eager} />
      )}
      {tools ? <span className="tools">{tools}</span> : null}
      {media.video && controls ? <span className="controls">{controls(side)}</span> : null}
    </figure>
  );
}

/** How wide half a pair is drawn. */
export const PAIR_SIZES = "(max-width: 48rem) 96vw, 49vw";

/** "Entry on the left: a peacock in profile". Whatever tells an author has been taken out of the alt text before. */
function spoken({ alt }: Pick<MediaView, "alt">, side: Side) {
  return alt ? `Entry on the ${side}: ${alt.charAt(0).toLowerCase()}${alt.slice(1)}` : `Entry on the ${side}`;
}

/** The three answers to a pair, submitting its form as `choice`. They never change place. */
export function Votes({ keys = true, chosen, closed = false }: { keys?: boolean; chosen?: Side; closed?: boolean }) {
  return (
    <div className="votes">
      <VoteButton
        side="left"
        chosen={chosen === "left"}
        closed={closed}
        icon="up"
        narrow="Top"
        keys={keys ? ["A", "←"] : []}
      />
      <button className="btn skip-btn" name="choice" value="skip">
        Skip
        {keys ? (
          <span className="jd">
            <kbd aria-hidden="true">S</kbd>
          </span>
        ) : null}
      </button>
      <VoteButton
        side="right"
        chosen={chosen === "right"}
        closed={closed}
        icon="down"
        narrow="Bottom"
        keys={keys ? ["D", "→"] : []}
      />
    </div>
  );
}

type VoteProps = { side: Side; chosen: boolean; closed: boolean; icon: "up" | "down"; narrow: string; keys: string[] };

function VoteButton({ side, chosen, closed, icon, narrow, keys }: VoteProps) {
  return (
    <button
      className="btn primary vote"
      name="choice"
      value={side}
      data-chosen={chosen || undefined}
      aria-disabled={closed || undefined}
      onClick={closed ? (event) => event.preventDefault() : undefined}
    >
      <span className="jd">
        {side === "left" ? judgeText.leftIsBetter : judgeText.rightIsBetter}
        {keys.length > 0 ? (
          <span className="keys" aria-hidden="true">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        ) : null}
      </span>
      <span className="jp">
        <Icon name={icon} /> {narrow}
      </span>
    </button>
  );
}
