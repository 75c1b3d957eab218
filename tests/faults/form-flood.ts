import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { populatedSite } from "./populated-site";
import { inScratch } from "./scratch";

const FIELDS = 1000;
const FORM = Array.from({ length: FIELDS }, () => "nI[999][999][999][999]=1234567890123456789").join("&");
const KNOCKS = ["/sign-in", "/sign-up", "/settings/theme", "/forgot-password"];
const MAX_WAIT_MS = 200;
const MAX_RSS_MB = 600;

/** Small forms whose names ask a parser for enormous lists, many at once, by somebody who is not signed in. */
export const formFlood: Fault<{ atOnce: number; rounds: number; waitMs: number }> = {
  name: "form-flood",
  bar: "40 forms of 1,000 nested names at once: /healthz within 200 ms, RSS < 600 MB, answers ≤ 2 × request + page",
  // In the suite other tests share the processor, so that its own wait is no measure there.
  small: { atOnce: 10, rounds: 1, waitMs: 2_000 },
  full: { atOnce: 40, rounds: 5, waitMs: MAX_WAIT_MS },
  run: (size) => inScratch((folder) => perform(folder, size)),
};

async function perform(folder: string, { atOnce, rounds, waitMs }: { atOnce: number; rounds: number; waitMs: number }) {
  const { site, people } = await populatedSite(folder, { LOG_LEVEL: "silent" });
  try {
    const page = Math.max(...(await Promise.all(KNOCKS.map((path) => sizeOf(path, "a=b")))));
    const health = watchHealth(site.url);
    const answers: { ms: number; bytes: number; status: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const sent = Array.from({ length: atOnce }, (_, i) => answerTo(KNOCKS[i % KNOCKS.length]!, FORM));
      answers.push(...(await Promise.all(sent)));
    }
    const waits = await health.stop();
    const worst = { healthMs: Math.max(...waits), rssMb: memoryOf(site.process.pid!) };
    const largest = Math.max(...answers.map(({ bytes }) => bytes));
    const figures = {
      formBytes: FORM.length,
      page,
      largest,
      slowestMs: Math.max(...answers.map(({ ms }) => ms)),
      ...worst,
    };
    ensure(
      answers.every(({ status }) => status === 400),
      `some were not refused: ${JSON.stringify(figures)}`,
    );
    ensure(largest <= 2 * FORM.length + page, `an answer had ${largest} bytes`);
    ensure(worst.healthMs <= waitMs, `/healthz took ${worst.healthMs} ms: ${JSON.stringify(figures)}`);
    ensure(worst.rssMb < MAX_RSS_MB, `it took ${worst.rssMb} MB`);
    return { ...figures, healthChecks: waits.length };
  } finally {
    await site.kill();
  }

  async function sizeOf(path: string, body: string) {
    return (await answerTo(path, body)).bytes;
  }

  async function answerTo(path: string, body: string) {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const startedAt = performance.now();
    const answer = await people.anonymous.ask(path, { method: "POST", body, headers });
    const bytes = (await answer.arrayBuffer()).byteLength;
    return { ms: Math.round(performance.now() - startedAt), bytes, status: answer.status };
  }
}

/** Asks for the health of the site over and over; `stop` gives how long each answer took. */
function watchHealth(url: string) {
  const waits: number[] = [];
  let asking = true;
  const done = (async () => {
    while (asking) {
      const startedAt = performance.now();
      await (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(60_000) })).arrayBuffer();
      waits.push(Math.round(performance.now() - startedAt));
      await pause(10);
    }
  })();
  return {
    async stop() {
      asking = false;
      await done;
      return waits;
    },
  };
}

/** The most that a process ever had in memory. */
function memoryOf(pid: number) {
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024);
}
