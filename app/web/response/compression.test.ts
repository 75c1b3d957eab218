import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { compression } from "./compression.server";
import type { Site } from "../server/site.server";

const long = "a page of many words ".repeat(1000);

function ask(body: string, headers: Record<string, string>, accepted = "gzip, br") {
  const site = new Hono<Site>().use(compression).get("/", () => new Response(body, { headers }));
  return site.request("/", { headers: { "accept-encoding": accepted } });
}

test("a long page is packed for those who accept it, and says that it depends on that", async () => {
  const packed = await ask(long, { "content-type": "text/html; charset=utf-8", vary: "cookie" });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(packed.headers.get("vary")).toBe("cookie, accept-encoding");
  expect(String(gunzipSync(await packed.arrayBuffer()))).toBe(long);

  const plain = await ask(long, { "content-type": "text/html" }, "br");
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(plain.headers.get("vary")).toBe("accept-encoding");
  expect(await plain.text()).toBe(long);
});

test.each(["gzip;q=0, br", "gzip; q=0", "identity", "*;q=0, identity"])(
  "who sends %s gets no gzip",
  async (accepted) => {
    const answer = await ask(long, { "content-type": "text/html" }, accepted);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe(long);
  },
);

test.each([
  ["a short answer", "{}", { "content-type": "application/json" }],
  ["an image", long, { "content-type": "image/webp" }],
  ["what is packed already", long, { "content-type": "text/plain", "content-encoding": "zstd" }],
])("%s goes out as it is", async (_, body, headers) => {
  const answer = await ask(body, headers);
  expect(answer.headers.get("content-encoding")).not.toBe("gzip");
  expect(await answer.text()).toBe(body);
});
