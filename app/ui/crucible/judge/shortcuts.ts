import { useEffect, useRef } from "react";

/** What the keys of the judge page do. */
export type Shortcuts = { left: () => void; right: () => void; skip: () => void; zoom: () => void; mute: () => void };

const meanings: Record<string, keyof Shortcuts> = {
  a: "left",
  arrowleft: "left",
  d: "right",
  arrowright: "right",
  s: "skip",
  z: "zoom",
  m: "mute",
};

/** Listens while `on`; not while somebody types, holds a key down, or looks closer. */
export function useShortcuts(on: boolean, shortcuts: Shortcuts) {
  const latest = useRef(shortcuts);
  useEffect(() => void (latest.current = shortcuts));
  useEffect(() => {
    if (!on) return;
    function listen(event: KeyboardEvent) {
      const meant = meanings[event.key.toLowerCase()];
      if (!meant || event.repeat || event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target)) return;
      if (meant !== "zoom" && document.querySelector("dialog:popover-open")) return;
      event.preventDefault();
      latest.current[meant]();
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
}

function isElsewhere(target: EventTarget | null) {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, video, [contenteditable], details[open]") !== null
  );
}
