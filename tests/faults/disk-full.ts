import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { auditDatabase } from "~/jobs/restore-audit";
import { startChild } from "./child-site";
import type { ChildSite } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch } from "./scratch";
import { signUp } from "./visitor";

/** A disk of its own, really full; then somebody makes room. */
export const diskFull: Fault<{ rounds: number }> = {
  name: "disk-full",
  bar: "disk full: 503 that says so, reading goes on, nothing torn; writing resumes when there is room",
  small: { rounds: 2 },
  full: { rounds: 20 },
  run: ({ rounds }) => inScratch((scratch) => onSmallDisk(join(scratch, "disk"), (disk) => perform(disk, rounds))),
};

async function onSmallDisk<T>(disk: string, use: (disk: string) => Promise<T>) {
  mkdirSync(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], { stdio: "pipe" });
  } catch {
    return { skipped: "only root can mount a small disk; db/write.test.ts fills a file of limited size instead" };
  }
  try {
    return await use(disk);
  } finally {
    execFileSync("umount", ["-l", disk]);
  }
}

async function perform(disk: string, rounds: number) {
  const site = await startChild({ folder: disk, settings: { LOG_LEVEL: "silent" } });
  const filler = join(disk, "filler");
  let accepted = 0;
  let refused = 0;
  const person = await signUp(site.url);
  try {
    for (let round = 0; round < rounds; round++) {
      accepted += await expectStatus(site, 303);
      fill(filler, disk);
      refused += await untilRefused(site);
      await refusesUpload(person);
      ensure((await fetch(`${site.url}/sign-in`)).status === 200, "a page was not served while the disk was full");
      const ready = await fetch(`${site.url}/readyz`);
      ensure(
        ready.status === 503 && (await ready.text()).includes("% of the disk is free"),
        "it did not say that the disk is full",
      );
      rmSync(filler);
      accepted += await expectStatus(site, 303);
    }
    const code = await site.stop();
    ensure(code === 0, `it ended with ${code}: ${site.said()}`);
    const audit = await auditDatabase(join(disk, "crucible.db"));
    ensure(audit.ok, `torn: ${JSON.stringify(audit)}`);
    return { rounds, accepted, refused503: refused };
  } finally {
    if (site.process.exitCode === null) await site.kill();
  }
}

async function expectStatus(site: ChildSite, wanted: number) {
  const { status } = await signUp(site.url);
  ensure(status === wanted, `signing up was answered with ${status}, not ${wanted}`);
  return 1;
}

async function refusesUpload(person: Awaited<ReturnType<typeof signUp>>) {
  const body = new FormData();
  body.append("level", "1");
  body.append("files", new Blob([Buffer.alloc(3_000_000, 7)]), "large.png");
  const answer = await person.ask("/library/uploads", { method: "POST", body });
  ensure(answer.status === 503, `an upload to a full disk was answered with ${answer.status}`);
}

/** There may be room for a few more in pages that are allocated already. */
async function untilRefused(site: ChildSite) {
  for (let tries = 0; tries < 200; tries++) {
    const { status, retryAfter } = await signUp(site.url);
    if (status === 303) continue;
    ensure(status === 503 && retryAfter !== null, `a full disk was answered with ${status}`);
    return 1;
  }
  throw new Error("the disk never became full");
}

function fill(path: string, disk: string) {
  const file = openSync(path, "a");
  const block = Buffer.alloc(4096, 1);
  try {
    while (statfsSync(disk).bavail > 0) writeSync(file, block);
  } catch {
    // full, as wanted
  }
  closeSync(file);
}
