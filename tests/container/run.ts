import { execFileSync, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "~/tests/faults/child-site";
import { ensure } from "~/tests/faults/fault";
import { signUp } from "~/tests/faults/visitor";
import { startObjectStore } from "~/tests/fixtures/object-store";
import { argumentsOf, lastOf, stagesOf, variablesOf } from "./dockerfile";
import type { Stage, Step } from "./dockerfile";

// `npm run container`: does what the Dockerfile says, stage by stage, in clean folders, without an engine; then starts what
// the last one holds as nobody, on an empty volume with a bucket, and stops it. Packages are looked up but not installed.
const NOBODY = 65_534;
const scratch = mkdtempSync(join(tmpdir(), "crucible-container-"));
const context = join(scratch, "context");

try {
  gatherContext();
  const stages = stagesOf(readFileSync("Dockerfile", "utf8"));
  for (const stage of stages) build(stage, stages);
  inspect(join(scratch, "last", "site"));
  await use(stages.at(-1)!);
  console.log("the container holds what it needs, and no more");
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** What .dockerignore lets through, of what is committed. */
function gatherContext() {
  const rules = readFileSync(".dockerignore", "utf8").split("\n").filter(Boolean);
  const wanted = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
  const tests = rules.some((rule) => rule === "**/*.test.ts");
  const tracked = execFileSync("git", ["ls-files", "--", ...wanted], { encoding: "utf8" })
    .trim()
    .split("\n");
  for (const path of tracked) if (!tests || !/\.test\.tsx?$/.test(path)) cpSync(path, join(context, path));
}

function build({ name, from, steps }: Stage, stages: Stage[]) {
  const root = join(scratch, name);
  if (stages.some((stage) => stage.name === from))
    cpSync(join(scratch, from), root, { recursive: true, verbatimSymlinks: true });
  const folder = join(root, "site");
  mkdirSync(folder, { recursive: true });
  for (const step of steps) perform(step, root, folder);
}

function perform({ verb, words }: Step, root: string, folder: string) {
  if (verb !== "COPY" && verb !== "RUN") return;
  console.log(`${basename(root)}: ${verb} ${words}`);
  if (verb === "COPY") return copy(words, folder);
  for (const command of words.split(" && ")) run(command.trim(), root, folder);
}

function copy(words: string, folder: string) {
  const from = /^--from=(\w+) /.exec(words);
  const paths = words.replace(/^--from=\w+ /, "").split(" ");
  const to = join(folder, paths.pop()!);
  for (const path of paths) {
    const source = from ? join(scratch, from[1]!, path) : join(context, path);
    cpSync(source, path === "." || from ? to : join(to, path), { recursive: true, verbatimSymlinks: true });
  }
}

function run(command: string, root: string, folder: string) {
  if (command.startsWith("install -d")) return mkdirSync(join(root, command.split(" ").at(-1)!), { recursive: true });
  if (command.startsWith("rm ") || command === "apt-get update") return;
  const shown = command.replace("apt-get install -y", "apt-get install --simulate -q");
  execFileSync("sh", ["-ec", shown], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** No sources, nothing that only building needs. */
function inspect(site: string) {
  const own = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
    (path) => !path.startsWith("node_modules"),
  );
  const sources = own.filter((path) => /\.tsx?$/.test(path));
  ensure(sources.length === 0, `sources came along: ${sources.slice(0, 5).join(", ")}`);
  const told = own.filter(
    (path) => path.endsWith(".map") && readFileSync(join(site, path), "utf8").includes('"sourcesContent":["'),
  );
  ensure(told.length === 0, `sources came along in ${told.join(", ")}`);
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    devDependencies: Record<string, string>;
  };
  const idle = Object.keys(devDependencies).filter((name) => existsSync(join(site, "node_modules", name)));
  console.log(`development packages that something else brought: ${idle.join(", ") || "none"}`);
  ensure(
    !["vite", "typescript", "eslint", "playwright", "vitest", "tailwindcss"].some((name) => idle.includes(name)),
    "development packages came along",
  );
}

async function use(stage: Stage) {
  const store = await startObjectStore(join(scratch, "store"));
  const [site, data, port] = [join(scratch, "last", "site"), join(scratch, "last", "data"), await freePort()];
  ensure(lastOf(stage, "USER") === "node", "it runs as root");
  for (const path of [scratch, data]) chownSync(path, NOBODY, NOBODY);
  const url = `http://localhost:${port}`;
  const own = {
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: data,
    APP_URL: url,
    LITESTREAM_PORT: String(await freePort()),
    NEW_SITE: "true",
    HOME: data,
  };
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    ...variablesOf(stage),
    ...store.settings(),
    ...own,
  };
  const command = [...argumentsOf(lastOf(stage, "ENTRYPOINT")), ...argumentsOf(lastOf(stage, "CMD"))];
  const as = { cwd: site, env, uid: NOBODY, gid: NOBODY } as const;
  const child = spawn(command[0]!, command.slice(1), { ...as, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  try {
    await healthy(
      () => execHealth(stage, as),
      () => child.exitCode === null,
    );
    const { status } = await signUp(url);
    ensure(status === 303, `signing up was answered with ${status}`);
    ensure((await fetch(`${url}/mark.svg`)).ok, "public files are not served");
    for (let tries = 0; tries < 40 && !existsSync(join(scratch, "store", "crucible", "replica")); tries++)
      await sleep(250);
    await drill(as);
  } finally {
    child.kill("SIGTERM");
  }
  ensure((await ended) === 0, "SIGTERM did not end it well");
  await store.stop();
}

type As = { cwd: string; env: NodeJS.ProcessEnv; uid: number; gid: number };

function execHealth(stage: Stage, as: As) {
  const [program, ...rest] = argumentsOf(lastOf(stage, "HEALTHCHECK"));
  execFileSync(program!, rest, { ...as, stdio: "ignore" });
}

async function healthy(ask: () => void, alive: () => boolean) {
  for (let tries = 0; tries < 120 && alive(); tries++) {
    try {
      return ask();
    } catch {
      await sleep(500);
    }
  }
  throw new Error("its health check never passed");
}

/** The runbook's own practice, in the container. */
async function drill(as: As) {
  const child = spawn("npm", ["run", "--silent", "restore-drill"], { ...as, stdio: ["ignore", "inherit", "ignore"] });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  ensure(code === 0, `the restore drill ended with ${String(code)}`);
}
