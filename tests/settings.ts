import { afterEach } from "vitest";
import { processSingleton } from "~/db/singleton";
import { parseEnv } from "~/web/server/env.server";

/** Lets the tests of a file choose the settings of the process; each starts without any. */
export function useSettings() {
  afterEach(forget);
  return function configure(source: Record<string, string>) {
    forget();
    processSingleton("env", () => parseEnv(source));
  };
}

function forget() {
  (globalThis as { crucibleOnce?: Map<string, unknown> }).crucibleOnce?.delete("env");
}
