// The site needs Node 22.12 or later. On an older one, `npm start` and `npm test` go on with Node 24 fetched by npm.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, resolve } from "node:path";

const MINIMUM = [22, 12];
const FETCHED = 24;
const FOLDER = resolve(".cache/node");

/** Returns when this Node is new enough; otherwise runs the same command under a fetched one and exits as that does. */
export async function useSupportedNode() {
  if (isSupported(process.versions.node)) return;
  const node = fetchedNode();
  console.log(`Node ${process.versions.node} is too old; using Node ${versionOf(node)} from .cache/node.`);
  process.exit(await runAgain(node));
}

function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

function fetchedNode() {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const node = resolve(FOLDER, "node_modules", name, "bin", "node");
  if (existsSync(node)) return node;
  console.log(
    `Node ${process.versions.node} is too old (22.12 or later is needed). Fetching Node ${FETCHED} into .cache/node.`,
  );
  const install = ["install", "--prefix", FOLDER, "--no-save", `${name}@${FETCHED}`];
  const { status } = spawnSync("npm", install, { stdio: ["ignore", "ignore", "inherit"] });
  if (status === 0 && existsSync(node)) return node;
  console.error(`npm could not fetch ${name}@${FETCHED}. Install Node 24 and try again.`);
  process.exit(1);
}

function versionOf(node) {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim().slice(1);
}

function runAgain(node) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit", env });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)));
}
