import { build } from "esbuild";
import { fork } from "node:child_process";
import { once } from "node:events";
import { basename } from "node:path";

/** Bundles a script, so that a process of it starts in no time. Returns the file to run. */
export async function builtChild(script: string) {
  const outfile = `build/children/${basename(script, ".ts")}.mjs`;
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return outfile;
}

/** A process of it; `kill` is kill -9. */
export function forkChild(file: string, args: (string | number)[]) {
  const child = fork(file, args.map(String), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(child, "exit");
  return {
    process: child,
    ended,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
