import { Icon } from "./icon";
import type { PairView } from "./judge-seat";
import { Video } from "./media-frame";
import type { Side } from "./pair";
import { Picture } from "./picture";

/** React 18 does not know these names. */
const opens = { popovertarget: "zoom" };
const closes = { popovertarget: "zoom", popovertargetaction: "hide" };
const popover = { popover: "auto" };

export function ZoomButton() {
  return (
    <button className="tool" type="button" {...opens}>
      <Icon name="zoom" />
      <span className="vh">Zoom both</span>
    </button>
  );
}

/** Both entries as large as the window allows. The browser itself opens and closes it. */
export function Zoom({ pair }: { pair: PairView }) {
  return (
    <dialog className="zoom" id="zoom" {...popover} aria-label="Both entries, larger">
      <div className="both">
        <Larger pair={pair} side="left" />
        <Larger pair={pair} side="right" />
      </div>
      <button className="tool" type="button" {...closes}>Close</button>
    </dialog>
  );
}

function Larger({ pair, side }: { pair: PairView; side: Side }) {
  const media = pair[side];
  const words = `Entry on the ${side}, larger`;
  return <span className="half">{media.video ? <Video media={media} label={words} loop controls /> : <Picture media={media} alt={words} sizes="100vw" />}</span>;
}
