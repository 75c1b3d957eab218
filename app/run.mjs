// `node app/run.mjs COMMAND …`: runs a package's command under a Node that the site supports.
import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { useSupportedNode } from "./node-version.mjs";

await useSupportedNode();
const [command, ...rest] = process.argv.slice(2);
const env = { ...process.env, PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}` };
const child = spawn(command, rest, { stdio: "inherit", env });
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
