import { expect, test } from "vitest";
import { conditional } from "./conditional.server";

function ask(body: string, tag?: string) {
  const headers: Record<string, string> = tag ? { "if-none-match": tag } : {};
  return conditional(new Request("http://127.0.0.1/x", { headers }), body, { "cache-control": "no-cache" });
}

test("who has the body gets 304, weak or in a list, and who has another gets it", async () => {
  const etag = ask("one").headers.get("etag")!;
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) expect(ask("one", tag).status).toBe(304);
  expect(ask("one", etag).headers.get("etag")).toBe(etag);
  expect(await ask("two", etag).text()).toBe("two");
});
