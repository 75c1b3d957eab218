import { useEffect, useState } from "react";
import type { RefObject } from "react";
import { Icon } from "~/ui/parts/icon";
import type { Side } from "../pair";
import { judgeText } from "./judge-words";

const SHOWN = ".pair:not([data-waiting]) video";

/** Videos of the pair start together, muted; one button pauses both, and only one can be heard. */
export function useVideos(stage: RefObject<HTMLElement | null>, token: string) {
  const { playing, setPlaying, heard, setHeard } = usePlayback(stage, token);
  useSingleAudio();

  const controls = (side: Side) => (
    <Controls
      side={side}
      playing={playing}
      heard={heard === side}
      onPlay={() => setPlaying(!playing)}
      onHear={() => setHeard(heard === side ? null : side)}
    />
  );
  return { controls, mute: () => setHeard(null) };
}

/** Plays both once both can, and keeps what is heard to one side; the next pair starts afresh. */
function usePlayback(stage: RefObject<HTMLElement | null>, token: string) {
  const [playing, setPlaying] = useState(false);
  const [heard, setHeard] = useState<Side | null>(null);

  useEffect(() => {
    const videos = [...(stage.current?.querySelectorAll<HTMLVideoElement>(SHOWN) ?? [])];
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let left = still || videos.length === 0;
    void Promise.all(videos.map(readiness)).then(() => !left && setPlaying(true));
    return () => {
      left = true;
      videos.forEach((video) => video.pause());
      setPlaying(false);
      setHeard(null);
    };
  }, [stage, token]);

  useEffect(() => {
    for (const video of stage.current?.querySelectorAll<HTMLVideoElement>(SHOWN) ?? []) {
      video.muted = video.closest<HTMLElement>("[data-side]")?.dataset.side !== heard;
      if (playing) void video.play().catch(() => setPlaying(false));
      else video.pause();
    }
  }, [stage, token, playing, heard]);

  return { playing, setPlaying, heard, setHeard };
}

function readiness(video: HTMLVideoElement) {
  if (video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) return Promise.resolve();
  if (video.networkState !== HTMLMediaElement.NETWORK_LOADING) video.load();
  return new Promise<void>((resolve) => video.addEventListener("canplay", () => resolve(), { once: true }));
}

/** Also where the browser's own controls are: who is made to speak silences all others. */
function useSingleAudio() {
  useEffect(() => {
    function listen({ target }: Event) {
      if (!(target instanceof HTMLVideoElement) || target.muted) return;
      for (const other of document.querySelectorAll("video")) if (other !== target) other.muted = true;
    }
    document.addEventListener("volumechange", listen, true);
    return () => document.removeEventListener("volumechange", listen, true);
  }, []);
}

type ControlsProps = { side: Side; playing: boolean; heard: boolean; onPlay: () => void; onHear: () => void };

function Controls({ side, playing, heard, onPlay, onHear }: ControlsProps) {
  return (
    <>
      <button className="tool" type="button" onClick={onPlay}>
        <Icon name={playing ? "pause" : "play"} />
        <span className="vh">{playing ? judgeText.pauseBoth : judgeText.playBoth}</span>
      </button>
      <button className="tool" type="button" aria-pressed={heard} onClick={onHear}>
        <Icon name="mute" />
        <span className="vh">{judgeText.soundFrom(side)}</span>
      </button>
    </>
  );
}
