// `npm start` on a fresh clone: installs when needed, builds when sources are newer than the build, then serves.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["app", "db", "jobs", "public", "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"];

const development = process.argv.includes("--dev");
if (newest("package-lock.json") > newest("node_modules/.package-lock.json")) run("npm", ["ci"]);
if (!development && Math.max(...SOURCES.map(newest)) > newest("build/built-at")) run("npm", ["run", "build"]);

// A trial, with the demo in it, unless somebody says that this is production.
const stage = process.env.NODE_ENV === "production" ? "live" : "trial";
const env = { STAGE: stage, ...process.env, NODE_ENV: development ? "development" : "production" };
const command = development ? ["--import", "tsx", "app/server.ts"] : ["--enable-source-maps", "build/server.js"];
const server = spawn(process.execPath, command, { stdio: "inherit", env });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** The latest change at or below a path, in milliseconds; 0 when there is nothing. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
