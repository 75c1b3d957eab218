import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { BucketSettings } from "./bucket";

type Run = { settings: BucketSettings; file: string; env?: Record<string, string> };

/** Restores the newest copy to `file`, or what it held at an instant. Throws when that fails; does nothing when there is no copy. */
export async function restore({ settings, file, at }: Run & { at?: Date }) {
  const instant = at ? ["-timestamp", at.toISOString()] : [];
  const child = litestream(["restore", "-if-replica-exists", ...instant, "-o", file, file], { settings, file });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`Restoring from the bucket failed (litestream ended with ${code}).`);
}

/** Copies every change of `file` to the bucket while `command` runs. */
export function replicateWhile(command: string, run: Run) {
  return litestream(["replicate", "-exec", command], run);
}

// The program itself, not the package's wrapper: that one ends with 0 when a restore fails, and leaves its child behind.
function litestream([verb, ...rest]: string[], { settings, file, env = {} }: Run) {
  const program = createRequire(import.meta.url).resolve(
    `@flydotio/litestream-${process.platform}-${process.arch}/litestream`,
  );
  const port = process.env.LITESTREAM_PORT ?? "9090";
  const { BUCKET_PATH_STYLE, ...words } = settings;
  const variables = {
    ...words,
    BUCKET_PATH_STYLE: String(BUCKET_PATH_STYLE),
    DATABASE_FILE: file,
    LITESTREAM_PORT: port,
  };
  return spawn(program, [verb!, "-config", "litestream.yml", ...rest], {
    stdio: "inherit",
    env: { ...process.env, ...variables, ...env },
  });
}
