import { spawn } from "node:child_process";
import { once } from "node:events";

// The shell knows what its children cost, down to the browsers of a browser's runner; Node does not.
const TIMED = '"$@" 3>&-; status=$?; times >&3; exit $status';

/**
 * Runs a command as a part of a run: one that passes or fails as a whole counts as one test. With `aside`, what it says is
 * held back until it has ended, so that parts can run side by side.
 */
export async function check(tally, name, command, options) {
  const { status } = await perform(tally, name, command, options);
  console.log(`${name}: ${status === 0 ? "clean" : "FAILED"}`);
  if (status !== 0) tally.note(`failed: ${name}`);
  tally.add(status === 0 ? { passed: 1 } : { failed: 1 });
}

/** Runs a command, tells the tally what it cost, and resolves with its exit code. */
export async function perform(tally, name, command, { env = {}, aside = false } = {}) {
  const startedAt = Date.now();
  const words = aside ? "pipe" : "inherit";
  const shell = spawn("sh", ["-c", TIMED, "sh", ...command], {
    stdio: ["inherit", words, words, "pipe"],
    env: { ...process.env, ...env },
  });
  const said = aside ? gathered([shell.stdout, shell.stderr]) : () => "";
  const times = gathered([shell.stdio[3]]);
  const [status] = await once(shell, "close");
  process.stdout.write(said());
  tally.cost({ name, wall: (Date.now() - startedAt) / 1000, cpu: secondsOf(times()) });
  return { status };
}

function gathered(streams) {
  const chunks = [];
  for (const stream of streams) stream.on("data", (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** The second line of `times` is about the children: "1m2.50s 0m3.25s", by themselves and in the kernel. */
function secondsOf(times) {
  const spent = [...(times.trim().split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  return spent.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
