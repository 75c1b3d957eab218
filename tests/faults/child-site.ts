import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type ChildSite = Awaited<ReturnType<typeof startChild>>;

type Options = { folder: string; port?: number; settings?: Record<string, string>; program?: string };

/** The built site in a child process on `folder`, whatever is in there. Resolves when it answers. */
export async function startChild({ folder, port, settings = {}, program = "build/server.js" }: Options) {
  const child = launch({ folder, port: (port ??= await freePort()), settings, program });
  const url = `http://localhost:${port}`;
  for (let tries = 0; tries < 1200 && child.process.exitCode === null; tries++) {
    if ((await fetch(`${url}/healthz`).catch(() => null))?.ok) return { ...child, url, port };
    await sleep(25);
  }
  throw new Error(`The site did not start:\n${child.said()}`);
}

/** Starts it where it is expected to refuse; resolves with its exit code and what it said. */
export async function refusalOf({ folder, settings = {}, program = "build/server.js" }: Options) {
  const child = launch({ folder, port: await freePort(), settings, program });
  const late = setTimeout(() => void child.kill(), 30_000);
  await child.ended;
  clearTimeout(late);
  return { code: child.process.exitCode, words: child.said() };
}

function launch({ folder, port, settings, program }: Required<Options>) {
  return launchGroup(["--enable-source-maps", program], {
    NODE_ENV: "production",
    STAGE: "trial",
    DEMO: "false",
    RATE_LIMITS: "off",
    LOG_LEVEL: "error",
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    DATA_DIR: folder,
    ...settings,
  });
}

/** A process of Node's with all that it starts, to be stopped as one. */
export function launchGroup(args: string[], settings: Record<string, string>) {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (words: Buffer) => said.push(String(words)));
  const ended = once(child, "exit");
  return {
    process: child,
    ended,
    said: () => said.join(""),
    /** kill -9, with everything that it started. */
    async kill() {
      process.kill(-child.pid!, "SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

export function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
