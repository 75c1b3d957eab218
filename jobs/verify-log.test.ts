import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { reader } from "~/db/client";
import { seal } from "~/domain/contest/chain";
import type { Row } from "~/domain/contest/chain";
import { publicLog } from "~/domain/crucible/log/public-log.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { seededRandom } from "~/domain/contest/random";
import { builtChild } from "~/tests/built-child";
import { useDatabase } from "~/tests/database";
import { judgeClient } from "~/tests/judge-client";
import { judgeOf } from "~/tests/test-crucible";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";

const { folder } = useDatabase();
let command = "";

beforeAll(async () => void (command = await builtChild("jobs/verify-log.ts")));

/** Six entries of 100 Buzz and three judges of ten votes each, settled: the lines of its log. */
async function realLog() {
  const crucible = await openTestCrucible(await makePerson(), { entryFee: 100 });
  for (let i = 0; i < 6; i += 1) await putEntry(crucible, await makePerson());
  for (const seed of [1, 2, 3]) {
    const client = judgeClient(judgeOf(await makePerson()), crucible, seededRandom(seed));
    await client.sit(hoursLater(1));
    for (let vote = 1; vote <= 10; vote += 1)
      await client.vote(vote % seed ? "left" : "right", hoursLater(1 + vote / 100));
  }
  await settleEndedCrucibles({ now: hoursLater(8) });
  const { head, lines } = (await publicLog(reader(), crucible))!;
  return { head, lines: [...lines] };
}

/** The real command in a process of its own. */
function verify(text: string, ...more: string[]) {
  const file = join(folder(), "log.jsonl");
  writeFileSync(file, text);
  const { status, stdout } = spawnSync("node", [command, file, ...more], { encoding: "utf8" });
  return { status, said: stdout };
}

function change(line: string, field: string, value: unknown) {
  const row = JSON.parse(line) as Record<string, unknown>;
  expect(row[field]).not.toEqual(value);
  return JSON.stringify({ ...row, [field]: value });
}

test("the log of a real contest checks out, with the published head and no other", async () => {
  const { head, lines } = await realLog();
  const text = `${lines.join("\n")}\n`;
  const honest = verify(text, "--head", head);
  expect(honest.said).toContain("This log checks out.\n6 entries, 30 votes, 6 places, 600 Buzz in prizes");
  expect(honest.said).toContain(head);
  expect(honest.status).toBe(0);
  expect(verify(text, "--head", "0".repeat(64))).toMatchObject({
    status: 1,
    said: expect.stringContaining("the log's head is"),
  });
});

test("one thing changed, moved, dropped or cut off: exits with 1 and names the line", async () => {
  const { lines } = await realLog();
  const at = (type: string) => lines.findIndex((line) => line.includes(`"type":"${type}"`));
  const [vote, paid, place] = [
    at("vote") + 4,
    lines.findLastIndex((line) => line.includes('"kind":"prize"')),
    at("standing") + 1,
  ];
  const tampered: [number, string[]][] = [
    [vote, lines.with(vote, change(lines[vote]!, "side", "above"))],
    [vote, lines.with(vote, change(lines[vote]!, "weight", 0.5))],
    [paid, lines.with(paid, change(lines[paid]!, "amount", 599))],
    [place, lines.with(place, change(lines[place]!, "settled", 1600))],
    [vote, lines.with(vote, lines[vote + 1]!).with(vote + 1, lines[vote]!)],
    [vote, lines.toSpliced(vote, 1)],
  ];
  for (const [line, changed] of tampered)
    expect(verify(changed.join("\n"))).toEqual({ status: 1, said: brokenAt(line + 1) });

  const text = lines.join("\n");
  expect(verify(text.slice(0, -30))).toMatchObject({
    status: 1,
    said: expect.stringContaining(`Line ${lines.length}: the hash chain breaks here`),
  });
  const cut = lines.slice(0, -2);
  expect(verify(cut.join("\n"))).toMatchObject({
    status: 1,
    said: expect.stringContaining(`Line ${cut.length}: the log ends here`),
  });
  expect(verify("")).toMatchObject({ status: 1 });
});

test("sealed again after changing a payout: still exits with 1 and says what was due", async () => {
  const { lines } = await realLog();
  const at = lines.findLastIndex((line) => line.includes('"kind":"prize"'));
  const rows = lines.map((line) => {
    const { hash: _, ...row } = JSON.parse(line) as Row;
    return row;
  });
  const forged = seal(rows.with(at, { ...rows[at]!, amount: 119 })).lines.join("\n");
  expect(verify(forged)).toEqual({
    status: 1,
    said: `This log doesn’t check out.\nLine ${at + 1}: this prize should be 120, not 119.\n`,
  });
});

test("a file that is not there cannot be judged", () => {
  expect(spawnSync("node", [command, join(folder(), "none")]).status).toBe(2);
});

function brokenAt(line: number) {
  return `This log doesn’t check out.\nLine ${line}: the hash chain breaks here (hash-does-not-follow).\n`;
}
