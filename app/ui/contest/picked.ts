import { useState } from "react";

/** What is ticked, at first what the address says; starts over with what an answer sent back. */
export function usePicked(sent: number[] | undefined, ticked: number[]) {
  const [picked, setPicked] = useState(() => new Set(sent ?? ticked));
  const [seen, setSeen] = useState(sent);
  if (sent !== seen) {
    setSeen(sent);
    setPicked(new Set(sent));
  }

  function pick(id: number, on: boolean) {
    setPicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  }

  function pickAll(ids: number[]) {
    setPicked((before) => new Set([...before, ...ids]));
  }

  return { picked, pick, pickAll };
}
