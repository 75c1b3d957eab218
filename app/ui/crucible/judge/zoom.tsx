import { Icon } from "~/ui/parts/icon";
import { usePanning } from "./panning";
import type { PairView } from "./seat";
import { Video } from "~/ui/media/media-frame";
import type { Side } from "../pair";
import { Picture } from "~/ui/parts/picture";
import { useScripts } from "~/ui/parts/scripts";
import { judgeText } from "./judge-words";

/** React 18 does not know these names. */
const opens = { popovertarget: "zoom" };
const closes = { popovertarget: "zoom", popovertargetaction: "hide" };
const popover = { popover: "auto" };

export function ZoomButton() {
  return (
    <button className="tool" type="button" {...opens}>
      <Icon name="zoom" />
      <span className="vh">{judgeText.zoomBoth}</span>
    </button>
  );
}

/** Opens it where it is closed, closes it where it is open. */
export function toggleZoom() {
  document.getElementById("zoom")?.togglePopover();
}

/** Both entries as large as the window allows, and the same part of both when looked at closer. */
export function Zoom({ pair }: { pair: PairView }) {
  const { style, closer, further, handlers, onKeyDown } = usePanning();
  const scripts = useScripts();
  return (
    <dialog className="zoom" id="zoom" {...popover} aria-label={judgeText.bothEnlarged} onKeyDown={onKeyDown}>
      <div className="both" style={style} {...handlers}>
        <Larger pair={pair} side="left" />
        <Larger pair={pair} side="right" />
      </div>
      <p className="zoom-bar">
        {scripts ? (
          <button className="tool" type="button" onClick={closer}>
            Zoom in
          </button>
        ) : null}
        {scripts ? (
          <button className="tool" type="button" onClick={further}>
            Zoom out
          </button>
        ) : null}
        <button className="tool" type="button" {...closes}>
          Close
        </button>
      </p>
    </dialog>
  );
}

function Larger({ pair, side }: { pair: PairView; side: Side }) {
  const media = pair[side];
  const words = `Entry on the ${side}, enlarged`;
  return (
    <span className="half">
      {media.video ? (
        <Video media={media} label={words} loop controls />
      ) : (
        <Picture media={media} alt={words} sizes="100vw" />
      )}
    </span>
  );
}
