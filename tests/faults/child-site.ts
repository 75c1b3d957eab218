import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

export type ChildSite = Awaited<ReturnType<typeof startChild>>;

type Options = { folder: string; settings?: Record<string, string>; program?: string };

/** The built site in a child process on `folder`, whatever is in there, at a port of its own. Resolves when it answers. */
export async function startChild(options: Options) {
  const child = launch(options);
  const url = await Promise.race([addressSaidBy(child), child.ended.then(() => null)]);
  if (!url) throw new Error(`The site did not start:\n${child.said()}`);
  return { ...child, url, port: Number(new URL(url).port) };
}

function addressSaidBy({ process, said }: ReturnType<typeof launchGroup>) {
  return new Promise<string>((resolve) => {
    process.stdout.on("data", () => {
      const address = /^Crucible is running at (\S+)\n/m.exec(said())?.[1];
      if (address) resolve(address);
    });
  });
}

/** Starts it where it is expected to refuse; resolves with its exit code and what it said. */
export async function refusalOf(options: Options) {
  const child = launch(options);
  const late = setTimeout(() => void child.kill(), 120_000);
  await child.ended;
  clearTimeout(late);
  return { code: child.process.exitCode, words: child.said() };
}

function launch({ folder, settings, program = "build/server.js" }: Options) {
  return launchGroup(["--enable-source-maps", program], {
    NODE_ENV: "production",
    STAGE: "trial",
    CHALLENGE_DAYS: "0",
    DEMO: "false",
    RATE_LIMITS: "off",
    LOG_LEVEL: "error",
    APP_URL: "",
    PORT: "0",
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
  const ended = once(child, "close"); // by then all that it said has been heard
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
