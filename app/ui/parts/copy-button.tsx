import { useState } from "react";
import { useHydrated } from "./hydrated";

/** Puts words on the clipboard. Only a script can, so that it is not there without one. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  if (!useHydrated()) return null;
  return (
    <button
      className="btn"
      type="button"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span role="status">{copied ? "Copied" : "Copy"}</span>
    </button>
  );
}
