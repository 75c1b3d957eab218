import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "~/tests/faults/child-site";
import { copyDemo } from "./demo";

export type RunningSite = Awaited<ReturnType<typeof startSite>>;

/** A built site of its own in a child process: fresh data or a fresh demo, jobs every second, a clock that tests can move. */
export async function startSite(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "crucible-site-"));
  const clock = join(folder, "clock-offset");
  writeFileSync(clock, settings.DEMO === "true" ? String(await copyDemo(folder)) : "0");
  const site = await startChild({
    folder,
    settings: { CLOCK_OFFSET_FILE: clock, JOB_SCHEDULE: "* * * * * *", ...settings },
  });
  return {
    ...site,
    folder,
    moveClock(hours: number) {
      writeFileSync(clock, String(Number(readFileSync(clock, "utf8")) + hours * 3_600_000));
    },
    async stop() {
      await site.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
