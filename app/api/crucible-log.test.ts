import { gunzipSync } from "node:zlib";
import { reader } from "~/db/client";
import { beforeEach, expect, test } from "vitest";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { publicLog } from "~/domain/crucible/log/public-log.server";
import { apiClient, tokenFor } from "~/tests/api-client";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";

useDatabase();

let ended: number;
const ask = apiClient();

beforeEach(async () => {
  ended = await openTestCrucible(await makePerson());
  const entries = [await putEntry(ended, await makePerson()), await putEntry(ended, await makePerson())];
  await castVotes(ended, await makePerson(), [[entries[0]!, entries[1]!]]);
  await settleEndedCrucibles({ now: hoursLater(9) });
});

const get = (id: number, headers: Record<string, string> = {}, method = "GET") =>
  ask(method, `/crucibles/${id}/log`, { headers });

test("the log of a completed crucible is one file, packed or not", async () => {
  const plain = await get(ended);
  expect(plain.status).toBe(200);
  expect(plain.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  expect(plain.headers.get("content-disposition")).toBe(`attachment; filename="crucible-${ended}.jsonl"`);
  const text = await plain.text();
  const { lines } = (await publicLog(reader(), ended))!;
  expect(text.trimEnd().split("\n")).toEqual([...lines]);
  const packed = await get(ended, { "accept-encoding": "gzip" });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text);
  expect(packed.headers.get("etag")).not.toBe(plain.headers.get("etag"));
  expect(packed.headers.get("vary")).toBe("accept-encoding, authorization");
});

test("a log that a client has is not sent again, and HEAD sends none", async () => {
  const first = await get(ended);
  await first.text();
  const etag = first.headers.get("etag")!;
  const again = await get(ended, { "if-none-match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const head = await get(ended, {}, "HEAD");
  expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
});

test("before its end a crucible has no log, and one that isn't there neither", async () => {
  const running = await openTestCrucible(await makePerson());
  for (const id of [running, 999_999]) expect((await get(id)).status).toBe(404);
});

test("who may not see the crucible gets no log of it", async () => {
  const crude = await openTestCrucible(await makePerson(), { levels: 16 });
  await putEntry(crude, await makePerson(), { level: 16 });
  await settleEndedCrucibles({ now: hoursLater(9) });
  expect((await get(crude)).status).toBe(404);
  const token = await tokenFor(await makePerson({ browsingLevels: 31, adultConfirmedAt: hoursLater(0) }), "read");
  const answer = await get(crude, { authorization: `Bearer ${token}` });
  expect([answer.status, (await answer.text()).length > 0]).toEqual([200, true]);
});
