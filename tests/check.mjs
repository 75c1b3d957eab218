// `npm run check`: what changed since the last commit, in the time that it takes to think of a message for the next one.
// With words, also the journeys whose title holds them; `--since main` for what changed since a branch.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { useSupportedNode } from "../app/node-version.mjs";
import { buildWhenStale } from "../app/prepare.mjs";
import { check } from "./rings/part.mjs";
import { journeys, units } from "./rings/suites.mjs";
import { newTally } from "./rings/tally.mjs";

await useSupportedNode();
const { values, positionals } = parseArgs({
  options: { since: { type: "string", default: "HEAD" } },
  allowPositionals: true,
});
const changed = changedSince(values.since);
const tally = newTally();
await Promise.all([lint(), check(tally, "types", ["npm", "run", "--silent", "types"], { aside: true })]);
await units(tally, {
  args: ["--changed", values.since, "--project", "shared", "--project", "alone", "--passWithNoTests"],
});
if (positionals.length > 0) {
  buildWhenStale();
  await journeys(tally, { args: ["--grep", positionals.join(" ")] });
}
tally.finish();

async function lint() {
  const scripts = changed.filter((path) => /\.tsx?$/.test(path));
  const eslint = ["npx", "eslint", "--cache", "--cache-strategy", "content", "--cache-location", ".cache/eslint/"];
  const prettier = ["npx", "prettier", "--check", "--ignore-unknown"];
  if (scripts.length > 0) await check(tally, "lint", [...eslint, "--no-warn-ignored", ...scripts], { aside: true });
  if (changed.length > 0) await check(tally, "format", [...prettier, ...changed], { aside: true });
}

function changedSince(ref) {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);
  return [...git("diff", "--name-only", "--diff-filter=d", ref), ...git("ls-files", "--others", "--exclude-standard")];
}
