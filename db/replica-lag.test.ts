import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { copiedUpTo, watchReplica } from "./replica-lag";

afterEach(() => {
  vi.useRealTimers();
});

function metrics(offset: number) {
  return `# TYPE litestream_replica_wal_index gauge
litestream_replica_wal_index{db="/data/crucible.db",name="bucket"} 3
litestream_replica_wal_offset{db="/data/crucible.db",name="bucket"} ${offset}
litestream_shadow_wal_size{db="/data/crucible.db"} 99`;
}

test("the place where the copy ends is read from Litestream's metrics, and from nothing else", () => {
  expect(copiedUpTo(metrics(41232))).toBe("3/41232");
  expect(() => copiedUpTo("<html>")).toThrow("not the metrics");
});

test("a copy that stands still is behind until it moves on, and so is one that nobody answers for", async () => {
  let offset = 0;
  let moving = false;
  const litestream = createServer((_request, response) => response.end(metrics(moving ? offset++ : offset)));
  await new Promise<void>((resolve) => litestream.listen(0, "127.0.0.1", resolve));
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const replica = watchReplica(String((litestream.address() as AddressInfo).port));
  /** Seconds pass, and real answers arrive, until the lag is as wanted. */
  async function lagBecomes(wanted: (seconds: number) => boolean) {
    for (let second = 0; second < 2000 && !wanted(replica.lagSeconds()); second++) {
      vi.advanceTimersByTime(1000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(replica.lagSeconds()).toSatisfy(wanted);
  }
  await lagBecomes((seconds) => seconds > 15);
  moving = true;
  await lagBecomes((seconds) => seconds === 0);
  litestream.close();
  litestream.closeAllConnections();
  await lagBecomes((seconds) => seconds > 15);
  replica.stop();
});
