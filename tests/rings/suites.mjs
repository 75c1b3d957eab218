import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { perform } from "./part.mjs";

const REPORTS = "test-results/reports";

/** @typedef {{ name?: string, args?: string[], env?: Record<string, string> }} Options */

/**
 * @param {ReturnType<typeof import("./tally.mjs").newTally>} tally
 * @param {Options} [options]
 */
export async function units(tally, { name = "units", args = [], env = {} } = {}) {
  const file = freshReport("units.json");
  const command = ["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status } = await perform(tally, name, [...command, ...args], { env });
  const report = read(file);
  // A file that does not even load counts no test of its own.
  const unloaded =
    report?.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0) ?? [];
  for (const one of unloaded) tally.note(`failed: ${relative(".", one.name)}: did not load${why(one.message)}`);
  for (const { name: path, assertionResults } of report?.testResults ?? []) {
    for (const one of assertionResults.filter((each) => each.status === "failed"))
      tally.note(`failed: ${relative(".", path)}: ${one.fullName}${why(one.failureMessages[0])}`);
  }
  const failed = (report?.numFailedTests ?? 0) + unloaded.length;
  tally.add({ passed: report?.numPassedTests, failed, skipped: report?.numPendingTests });
  endedBadly(tally, name, status, failed);
}

/**
 * @param {ReturnType<typeof import("./tally.mjs").newTally>} tally
 * @param {Options} [options]
 */
export async function journeys(tally, { name = "journeys", args = [], env = {} } = {}) {
  const file = freshReport("journeys.json");
  const command = ["npx", "playwright", "test", "--reporter=list,json"];
  const settings = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { status } = await perform(tally, name, [...command, ...args], { env: settings });
  const report = read(file);
  for (const { file: path, title, tests } of (report?.suites ?? []).flatMap(specsOf)) {
    const words = { unexpected: "failed", flaky: "needed a second try" }[tests[0]?.status];
    if (words) tally.note(`${words}: ${path}: ${title}${why(tests[0].results[0].error?.message)}`);
  }
  const { expected = 0, flaky = 0, unexpected = 0, skipped } = report?.stats ?? {};
  tally.add({ passed: expected + flaky, failed: unexpected, skipped });
  endedBadly(tally, name, status, unexpected);
}

/** A runner that fails although no test did has failed all the same: nothing was found, or it broke down. */
function endedBadly(tally, name, status, failed) {
  if (status === 0 || failed > 0) return;
  tally.note(`failed: ${name}: ended with ${status}`);
  tally.add({ failed: 1 });
}

// The first lines of what went wrong, for where the rest of the output is cut off.
function why(message = "") {
  const lines = stripVTControlCharacters(message).split("\n").slice(0, 4);
  return lines.map((line) => `\n    ${line.slice(0, 300)}`).join("");
}

function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(`${REPORTS}/${name}`, { force: true });
  return `${REPORTS}/${name}`;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
