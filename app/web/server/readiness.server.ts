import { statfs } from "node:fs/promises";

/** Each throws, or answers with the reason why the site is not ready; null when all is well. */
export type Checks = Record<string, () => string | null | Promise<string | null>>;

const MIN_FREE = 0.2;
const LONGEST = 3_000;

/** Asks every check; one that throws, or takes longer than three seconds, has failed. */
export async function readiness(checks: Checks) {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, (await outcome(check)) ?? "ok"] as const),
  );
  return { ready: answers.every(([, words]) => words === "ok"), checks: Object.fromEntries(answers) };
}

/** The share of the disk that is free, from 0 to 1. */
async function freeDisk(folder: string) {
  const { bavail, blocks } = await statfs(folder);
  return bavail / blocks;
}

export function diskCheck(folder: string) {
  return async () => {
    const free = await freeDisk(folder);
    return free > MIN_FREE ? null : `only ${Math.floor(free * 100)}% of the disk is free`;
  };
}

async function outcome(check: Checks[string]) {
  try {
    return await Promise.race([check(), tooLong()]);
  } catch (error) {
    return String(error);
  }
}

function tooLong() {
  return new Promise<string>((resolve) => setTimeout(() => resolve("no answer within three seconds"), LONGEST).unref());
}
