import { useState } from "react";

/** What is ticked; starts over with what an answer sent back. */
export function usePicked(sent: number[] | undefined) {
  const [picked, setPicked] = useState(() => new Set(sent));
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
