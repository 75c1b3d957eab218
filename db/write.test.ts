import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { handle, reader } from "./client";
import { jobRuns } from "./schema/job";
import { guardWrites, inBatches, write } from "./write";
import type { Tx } from "./write";

useDatabase();

function note(tx: Tx, name: string) {
  return tx.insert(jobRuns).values({ name, startedAt: new Date(0) });
}

async function names() {
  return (await reader().select({ name: jobRuns.name }).from(jobRuns)).map((row) => row.name).sort();
}

test("what a verb wrote is there when it answers", async () => {
  await write((tx) => note(tx, "a"));
  expect(await names()).toEqual(["a"]);
});

test("a throw after an await undoes everything the verb did", async () => {
  const late = write(async (tx) => {
    await note(tx, "a");
    await Promise.resolve();
    await note(tx, "b");
    throw new Error("late");
  });
  await expect(late).rejects.toThrow("late");
  expect(await names()).toEqual([]);
});

test("verbs in one batch fail and succeed each on its own", async () => {
  const results = await Promise.allSettled([
    write((tx) => note(tx, "a")),
    write(async (tx) => {
      await note(tx, "b");
      throw new Error("mine");
    }),
    write((tx) => note(tx, "c")),
    write((tx) => note(tx, "a")),
  ]);
  expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
  expect(await names()).toEqual(["a", "c"]);
});

test("two verbs at once never see each other half done", async () => {
  await write((tx) => tx.insert(jobRuns).values({ name: "count", startedAt: new Date(0), runs: 0 }));
  async function addOne(tx: Tx) {
    const row = await tx.query.jobRuns.findFirst({ where: eq(jobRuns.name, "count") });
    await new Promise((resolve) => setImmediate(resolve));
    await tx
      .update(jobRuns)
      .set({ runs: row!.runs + 1 })
      .where(eq(jobRuns.name, "count"));
  }
  await Promise.all(Array.from({ length: 200 }, () => write(addOne)));
  const [row] = await reader().select().from(jobRuns);
  expect(row?.runs).toBe(200);
});

test("a commit that fails rejects the whole batch and leaves the door open", async () => {
  handle().writer.exec("CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT");
  handle().writer.exec(
    "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED) STRICT",
  );
  const innocent = write((tx) => note(tx, "innocent"));
  await new Promise(process.nextTick); // a little later, as from another request: they share a commit all the same
  const guilty = write(async () => void handle().writer.exec("INSERT INTO child VALUES (1, 99)"));
  const results = await Promise.allSettled([innocent, guilty]);
  expect(results.map((result) => result.status)).toEqual(["rejected", "rejected"]);
  await write((tx) => note(tx, "after"));
  expect(await names()).toEqual(["after"]);
});

test("a full disk rejects, changes nothing, and writing resumes when there is room", async () => {
  const { writer } = handle();
  const limit = writer.pragma("page_count", { simple: true }) as number;
  writer.pragma(`max_page_count = ${limit}`);
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) => write((tx) => note(tx, `${i}-${"x".repeat(4000)}`))),
  );
  expect(results.some((result) => result.status === "rejected")).toBe(true);
  const kept = results.filter((result) => result.status === "fulfilled").length;
  expect(await names()).toHaveLength(kept);
  writer.pragma("max_page_count = 1000000");
  await write((tx) => note(tx, "room again"));
  expect(await names()).toHaveLength(kept + 1);
});

test("when the guard refuses, nothing is written", async () => {
  guardWrites(() => {
    throw new Error("another process writes here");
  });
  await expect(write((tx) => note(tx, "a"))).rejects.toThrow("another process");
  guardWrites(() => {});
  expect(await names()).toEqual([]);
});

test("a page's connection cannot write, whatever it tries", async () => {
  await expect(async () =>
    reader()
      .insert(jobRuns)
      .values({ name: "a", startedAt: new Date(0) }),
  ).rejects.toThrow(/readonly/);
  expect(() => handle().reader.exec("PRAGMA query_only = OFF; DELETE FROM users")).toThrow(/readonly/);
});

test("between the parts of a long verb others read what was there before it, and a throw in the last part undoes all of it", async () => {
  const all = Array.from({ length: 1200 }, (_, i) => `job-${i}`);
  const looks: number[][] = [];
  async function noteAll(tx: Tx, last: string) {
    let parts = 0;
    await inBatches(all, async (part) => {
      parts += 1;
      setImmediate(() => void names().then((seen) => looks.push([parts, seen.length])));
      for (const name of part) await note(tx, name === all.at(-1) ? last : name);
    });
  }
  await expect(write((tx) => noteAll(tx, "job-0"))).rejects.toThrow("UNIQUE");
  await write((tx) => noteAll(tx, "job-1199"));
  expect(looks).toEqual([
    [1, 0],
    [2, 0],
    [3, 0],
    [1, 0],
    [2, 0],
    [3, 0],
  ]);
  expect((await names()).length).toBe(1200);
});
