// `npm test`: installs what is missing, then lint, types, unit and route tests, and journeys in a browser.
// Ends with one line that sums them up.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { useSupportedNode } from "../app/node-version.mjs";
import { installBrowser, installPackages, buildWhenStale } from "../app/prepare.mjs";

const REPORTS = "test-results/reports";

await useSupportedNode();
installPackages();
installBrowser();
buildWhenStale();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const totals = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
check("lint", ["npx", "eslint", "."]);
check("types", ["npx", "tsc", "--noEmit"]);
units();
journeys();
for (const note of notes) console.log(note);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);

function check(name, command) {
  const { status } = run(command);
  console.log(`${name}: ${status === 0 ? "clean" : "FAILED"}`);
  if (status !== 0) notes.push(`failed: ${name}`);
  add(status === 0 ? { passed: 1 } : { failed: 1 });
}

function units() {
  const file = `${REPORTS}/units.json`;
  const { status } = run([
    "npx",
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = read(file);
  // A file that does not even load counts no test of its own.
  const broken =
    report?.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0).length ?? 1;
  for (const { name, assertionResults } of report?.testResults ?? []) {
    for (const one of assertionResults) {
      if (one.status === "failed")
        notes.push(`failed: ${relative(".", name)}: ${one.fullName}${why(one.failureMessages[0])}`);
    }
  }
  add({
    passed: report?.numPassedTests,
    failed: (report?.numFailedTests ?? 0) + broken,
    skipped: report?.numPendingTests,
  });
  if (status !== 0 && totals.failed === 0) add({ failed: 1 });
}

function journeys() {
  const file = `${REPORTS}/journeys.json`;
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { status } = run(["npx", "playwright", "test", "--reporter=list,json"], env);
  const report = read(file);
  const stats = report?.stats;
  for (const { file, title, tests } of (report?.suites ?? []).flatMap(specsOf)) {
    const words = { unexpected: "failed", flaky: "needed a second try" }[tests[0]?.status];
    if (words) notes.push(`${words}: ${file}: ${title}${why(tests[0].results[0].error?.message)}`);
  }
  add({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 1,
    skipped: stats?.skipped,
  });
  if (status !== 0 && totals.failed === 0) add({ failed: 1 });
}

// The first lines of what went wrong, for where the rest of the output is cut off.
function why(message = "") {
  const lines = stripVTControlCharacters(message).split("\n").slice(0, 4);
  return lines.map((line) => `\n    ${line.slice(0, 300)}`).join("");
}

function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function run([command, ...rest], env = process.env) {
  return spawnSync(command, rest, { stdio: "inherit", env });
}
