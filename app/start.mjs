// `npm start` on a fresh clone: installs when needed, builds when sources are newer than the build, then serves.
import { spawn } from "node:child_process";
import { useSupportedNode } from "./node-version.mjs";
import { buildWhenStale, installPackages } from "./prepare.mjs";

await useSupportedNode();

const development = process.argv.includes("--dev");
installPackages();
if (!development) buildWhenStale();

// A trial, with the demo in it, unless somebody says that this is production.
const stage = process.env.NODE_ENV === "production" ? "live" : "trial";
// Pictures are decoded in many threads; with a heap for each of them, memory never comes back.
const env = {
  STAGE: stage,
  MALLOC_ARENA_MAX: "2",
  ...process.env,
  NODE_ENV: development ? "development" : "production",
};
const command = development ? ["--import", "tsx", "app/server.ts"] : ["--enable-source-maps", "build/server.js"];
const server = spawn(process.execPath, command, { stdio: "inherit", env });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
