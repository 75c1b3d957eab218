import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { refusalOf, send } from "./sender.server";

const servers: Server[] = [];

afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

async function receiver(listener: RequestListener) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const publicly = { trust: "public", loopback: true } as const;

test("a message arrives whole, and the answer comes back", async () => {
  let arrived = "";
  const url = await receiver((request, response) => {
    request.on("data", (part: Buffer) => (arrived += part.toString()));
    request.on("end", () => response.writeHead(202, { "retry-after": "7" }).end("thanks"));
  });
  const sent = await send({ ...publicly, url, headers: { "content-type": "text/plain" }, body: "grüße" });
  expect(arrived).toBe("grüße");
  expect(sent).toMatchObject({ ok: true, status: 202, cut: false, headers: { "retry-after": "7" } });
  expect(sent.ok && sent.body.toString()).toBe("thanks");
});

test("a redirect is an answer like any other and is not followed", async () => {
  let calls = 0;
  const url = await receiver((_, response) => {
    calls++;
    response.writeHead(307, { location: url + "/again" }).end();
  });
  expect(await send({ ...publicly, url })).toMatchObject({ ok: true, status: 307 });
  expect(calls).toBe(1);
});

test("an endless answer is cut off", async () => {
  const url = await receiver((_, response) => {
    const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
    response.on("close", () => clearInterval(timer));
  });
  const sent = await send({ ...publicly, url, largestAnswer: 50_000 });
  expect(sent).toMatchObject({ ok: true, cut: true });
  expect(sent.ok && sent.body.length).toBe(50_000);
});

test("silence, a drip and a dropped connection are failures, not exceptions", async () => {
  const silent = await receiver(() => {});
  const dripping = await receiver((_, response) => {
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  });
  const dropping = await receiver((request) => request.socket.destroy());
  expect(await send({ ...publicly, url: silent, timeLimitMs: 200 })).toMatchObject({ ok: false, reason: "timeout" });
  expect(await send({ ...publicly, url: dripping, timeLimitMs: 200 })).toMatchObject({ ok: false, reason: "timeout" });
  expect(await send({ ...publicly, url: dropping })).toMatchObject({ ok: false, reason: "network" });
});

test.each([
  "http://example.com/hook",
  "ftp://example.com",
  "https://user:secret@example.com",
  "https://example.com:8443",
  "https://127.0.0.1",
  "https://2130706433",
  "https://0x7f.1",
  "https://[::1]",
  "https://[::ffff:7f00:1]",
  "https://1.1.1.1",
  "not an address",
])("%s is refused before anything is sent", async (url) => {
  expect(await send({ url, trust: "public" })).toMatchObject({ ok: false, reason: "refused-address" });
});

test("this machine is refused outside a trial, and other ports of it by https even there", async () => {
  const url = await receiver((_, response) => response.end());
  expect(await send({ url, trust: "public" })).toMatchObject({ ok: false, reason: "refused-address" });
  expect(await send({ url: "http://localhost", trust: "public", loopback: true })).toMatchObject({ ok: false });
  expect(await send({ url, trust: "operator" })).toMatchObject({ ok: true, status: 200 });
});

test("a name is refused when one of its addresses is not public", async () => {
  const names = [
    { address: "93.184.216.34", family: 4 },
    { address: "127.0.0.1", family: 4 },
  ];
  const sent = await send({ url: "https://hook.example", trust: "public" }, () => Promise.resolve(names));
  expect(sent).toMatchObject({ ok: false, reason: "refused-address" });
  expect(!sent.ok && sent.detail).toContain("127.0.0.1");
});

test("a name is looked up once: what was checked is what is dialed", async () => {
  let asked = 0;
  const resolve = () => {
    asked++;
    return Promise.resolve([{ address: asked === 1 ? "127.0.0.1" : "93.184.216.34", family: 4 }]);
  };
  const sent = await send({ url: "https://rebinding.example", trust: "public" }, resolve);
  expect(sent).toMatchObject({ ok: false, reason: "refused-address" });
  expect(asked).toBe(1);
});

test("a name that is not there is said to be missing", async () => {
  const missing = () => Promise.reject(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }));
  const sent = await send({ url: "https://nowhere.example", trust: "public" }, missing);
  expect(sent).toMatchObject({ ok: false, reason: "unresolved" });
});

test("what is refused says why in words", () => {
  expect(refusalOf(new URL("http://example.com"), { trust: "public" })).toBe("The address must start with https://.");
  expect(refusalOf(new URL("https://example.com/hook?x=1"), { trust: "public" })).toBeNull();
});
