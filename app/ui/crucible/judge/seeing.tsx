import { useEffect, useState } from "react";
import type { RefObject } from "react";
import { Flash } from "~/ui/parts/flash";
import type { Side } from "../pair";
import { judgeText } from "./judge-words";

const SIDES = ".pair:not([data-waiting]) [data-side]";

export type Seen = { ready: boolean; failed: Side[]; reload: () => void };

/**
 * Whether both sides of the pair can be seen: a picture that is decoded, a video that has a frame. Votes wait for it. A side
 * that fails is named, and can be loaded again.
 */
export function useSeen(stage: RefObject<HTMLElement | null>, token: string): Seen {
  const [seen, setSeen] = useState<{ token: string; ready: boolean; failed: Side[] } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let left = false;
    const sides = [...(stage.current?.querySelectorAll<HTMLElement>(SIDES) ?? [])];
    void Promise.all(sides.map((side) => isShown(side, round > 0))).then((shown) => {
      if (left) return;
      const failed = sides.filter((_, at) => !shown[at]).map((side) => side.dataset.side as Side);
      setSeen({ token, ready: failed.length === 0, failed });
    });
    return () => void (left = true);
  }, [stage, token, round]);
  const current = seen?.token === token ? seen : null;
  const reload = () => {
    setSeen(null);
    setRound(round + 1);
  };
  return { ready: current?.ready ?? false, failed: current?.failed ?? [], reload };
}

function isShown(side: HTMLElement, again: boolean): Promise<boolean> {
  const video = side.querySelector("video");
  if (video) return hasFrame(video, again);
  const image = side.querySelector("img");
  if (!image) return Promise.resolve(true);
  if (again && image.complete && image.naturalWidth === 0) image.src = `${image.currentSrc || image.src}`;
  return image.decode().then(
    () => true,
    () => image.complete && image.naturalWidth > 0,
  );
}

function hasFrame(video: HTMLVideoElement, again: boolean) {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return Promise.resolve(video.videoWidth > 0);
  return new Promise<boolean>((resolve) => {
    const tell = (shown: boolean) => () => resolve(shown);
    video.addEventListener("loadeddata", () => resolve(video.videoWidth > 0), { once: true });
    video.addEventListener("error", tell(false), { once: true });
    // A source that can't be played fails itself, not its video.
    video.querySelector("source")?.addEventListener("error", tell(false), { once: true });
    if (again || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) video.load();
  });
}

/** Says which side can't be shown, and what to do. */
export function Unseen({ failed, onReload }: { failed: Side[]; onReload: () => void }) {
  if (failed.length === 0) return null;
  return (
    <Flash tone="bad">
      {judgeText.cannotShow(failed)}{" "}
      <button type="button" className="btn" onClick={onReload}>
        {judgeText.loadAgain}
      </button>{" "}
      <button className="btn" name="choice" value="unseen">
        {judgeText.giveBack}
      </button>
    </Flash>
  );
}
