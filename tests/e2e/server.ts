import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyDemo } from "./demo";

export type RunningSite = Awaited<ReturnType<typeof startSite>>;

/** A built site of its own in a child process: fresh data or a fresh demo, jobs every second, a clock that tests can move. */
export async function startSite(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "crucible-site-"));
  const clock = join(folder, "clock-offset");
  writeFileSync(clock, "0");
  if (settings.DEMO === "true") writeFileSync(clock, String(await copyDemo(folder, freePort)));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    STAGE: "trial",
    DEMO: "false",
    APP_URL: url,
    PORT: String(port),
    DATA_DIR: folder,
    CLOCK_OFFSET_FILE: clock,
    JOB_SCHEDULE: "* * * * * *",
    LOG_LEVEL: "error",
    RATE_LIMITS: "off",
    ...settings,
  };
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  child.stdout.on("data", (words: Buffer) => said.push(String(words)));
  child.stderr.on("data", (words: Buffer) => said.push(String(words)));
  await answers(url, () => child.exitCode === null, said);
  return {
    url,
    folder,
    child,
    /** Everything that the server printed. */
    said: () => said.join(""),
    moveClock(hours: number) {
      writeFileSync(clock, String(Number(readFileSync(clock, "utf8")) + hours * 3_600_000));
    },
    async stop() {
      child.kill("SIGTERM");
      await new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(null)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, alive: () => boolean, said: string[]) {
  for (let tries = 0; tries < 600 && alive(); tries++) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The site did not start:\n${said.join("")}`);
}

function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
