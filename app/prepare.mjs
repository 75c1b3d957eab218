// What a fresh clone needs before it can serve or be tested.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["app", "db", "jobs", "public", "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"];
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function installPackages() {
  if (newest("package-lock.json") > newest("node_modules/.package-lock.json")) ensure("npm", ["ci"]);
}

/** Builds when a source is newer than the build. */
export function buildWhenStale() {
  if (Math.max(...SOURCES.map(newest)) > newest("build/built-at")) ensure("npm", ["run", "build"]);
}

/** A browser that is there; else Debian's package, for root; else Playwright's own. */
export function installBrowser() {
  if (process.env.CHROMIUM || BROWSERS.some((path) => existsSync(path))) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    ensure("apt-get", ["update", "-q"]);
    if (tries("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation"])) return;
  }
  ensure("npx", ["playwright", "install", "chromium"]);
}

function ensure(command, args) {
  if (!tries(command, args)) process.exit(1);
}

function tries(command, args) {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** The latest change at or below a path, in milliseconds; 0 when there is nothing. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
