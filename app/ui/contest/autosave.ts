import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { FormEvent } from "react";

const PAUSE = 500;

/** Sends a form as it stands to `action`, with the intent "keep", whenever one pauses in it; for drafts. Spread it on the form. */
export function useAutosave(action: string) {
  const { submit } = useFetcher();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  function onInput({ currentTarget }: FormEvent<HTMLFormElement>) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(keptOf(currentTarget), { method: "post", action }), PAUSE);
  }

  return { onInput, onSubmit: () => clearTimeout(timer.current) };
}

function keptOf(form: HTMLFormElement) {
  const kept = new FormData(form);
  for (const [name, value] of [...kept]) if (typeof value !== "string") kept.delete(name);
  kept.set("intent", "keep");
  return kept;
}

/** Tells the form that something in it changed by script. */
export function announceInput(form: HTMLFormElement | null | undefined) {
  form?.dispatchEvent(new Event("input", { bubbles: true }));
}
