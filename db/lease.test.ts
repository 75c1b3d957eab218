import type { ChildProcess } from "node:child_process";
import { on, once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { recordRun } from "~/db/job-runs";
import { builtChild, forkChild } from "~/tests/built-child";
import { useDatabase } from "~/tests/database";
import { handle } from "./client";
import { leaseLeft, waitForOtherWriters, takeLease } from "./lease";
import { guardWrites } from "./write";

const { folder } = useDatabase();
const children: ChildProcess[] = [];
let script = "";

beforeAll(async () => void (script = await builtChild("tests/fixtures/second-process.ts")));

afterEach(() => {
  guardWrites(() => {});
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function secondProcess({ waitMs = 0 } = {}) {
  const file = join(folder(), "crucible.db");
  const { process: child } = forkChild(script, [file, waitMs]);
  children.push(child);
  return child;
}

async function word(child: ChildProcess) {
  const [said] = (await once(child, "message")) as [string];
  return said;
}

function take({ waitMs = 0, onLost = () => {} } = {}) {
  return takeLease({ waitMs, onLost });
}

function note(name: string) {
  const now = new Date();
  return recordRun({ name, startedAt: now, finishedAt: now, lateMs: 0, error: null });
}

test("while one process writes, a second one refuses and says who does", async () => {
  const lease = await take();
  expect(await word(secondProcess())).toMatch(
    new RegExp(`^refused: Another process is writing to this data: .*:${process.pid}:`),
  );
  expect(leaseLeft()).toBeGreaterThan(0);
  await lease.release();
});

test("a second process that waits gets its turn when the first lets go, under the next number", async () => {
  const lease = await take();
  const second = secondProcess({ waitMs: 20_000 });
  setTimeout(() => void lease.release(), 1500);
  expect(await word(second)).toBe(`fence ${lease.fence + 1}`);
  await expect(note("late")).rejects.toThrow("stopped writing");
});

test("a process that was killed is not waited for", async () => {
  const second = secondProcess();
  expect(await word(second)).toBe("fence 1");
  await expect(take()).rejects.toThrow("Another process is writing");
  await expect(waitForOtherWriters(join(folder(), "crucible.db"), { waitMs: 0 })).rejects.toThrow(
    "Another process is writing",
  );
  second.kill("SIGKILL");
  await once(second, "exit");
  expect((await take()).fence).toBe(2);
  await note("mine");
});

test("a process that slept through its lease writes nothing after another one took over, and is told", async () => {
  const second = secondProcess();
  await word(second);
  const words = on(second, "message");
  second.kill("SIGSTOP");
  handle().writer.exec("UPDATE leases SET expires_at = 0");
  await take();
  second.send("stale");
  second.kill("SIGCONT");
  const said = [await words.next(), await words.next()].map(({ value }) => (value as [string])[0]);
  expect(said.sort()).toEqual(["lost", "refused: Another process has taken over writing to this data."]);
  expect(handle().reader.prepare("SELECT count(*) FROM job_runs").pluck().get()).toBe(0);
});

test("two that ask at the same moment never both get it", async () => {
  const words = await Promise.all([secondProcess(), secondProcess(), secondProcess()].map(word));
  expect(words.filter((said) => said === "fence 1")).toHaveLength(1);
  expect(words.filter((said) => said.startsWith("refused"))).toHaveLength(2);
});
