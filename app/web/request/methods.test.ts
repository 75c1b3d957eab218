import { Hono } from "hono";
import { beforeEach, expect, test } from "vitest";
import { access } from "~/routes/all-access";
import { useSettings } from "~/tests/settings";
import type { Site } from "../server/site.server";
import { allowedMethods } from "./methods.server";

const configure = useSettings();
const site = new Hono<Site>();
site.use(allowedMethods({ ...access, "/old/:id/place": { moved: "/new/:id" } }));
site.all("*", (c) => c.text("a page"));

beforeEach(() => configure({ APP_URL: "http://localhost" }));

const forms = Object.entries(access).filter(([, { get }]) => !get);

async function ask(path: string, method = "GET") {
  const { status, headers } = await site.request(`http://localhost${path}`, { method });
  return { status, allow: headers.get("allow"), location: headers.get("location") };
}

test("there are forms whose address is no page", () => expect(forms.length).toBeGreaterThan(14));

test.each(forms.map(([address, { page }]) => [address, page]))(
  "opening %s shows no page of its own",
  async (address, page) => {
    const path = address.replace(/:\w+/g, "7");
    for (const method of ["GET", "HEAD"]) {
      const { status, allow, location } = await ask(path, method);
      if (page) expect([status, location]).toEqual([303, page.replace(/:\w+/g, "7")]);
      else expect([status, allow]).toEqual([405, "POST"]);
    }
    expect((await ask(path, "POST")).status).toBe(200);
  },
);

test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("no address takes %s", async (method) => {
  for (const [address, { get, post }] of Object.entries(access)) {
    const { status, allow } = await ask(address.replace(/:\w+/g, "7"), method);
    expect(status).toBe(405);
    expect(allow).toBe([...(get ? ["GET, HEAD"] : []), ...(post ? ["POST"] : [])].join(", "));
  }
});

test.each([
  ["/crucibles/3/light-on-dark", "POST", "GET, HEAD"],
  ["/wallet", "POST", "GET, HEAD"],
  ["/Sign-Out", "GET", "POST"],
  ["/sign%2Dout.data", "GET", "POST"],
  ["/nowhere/at/all", "POST", "GET, HEAD"],
])("%s refuses %s and allows %s", async (path, method, allow) => {
  expect(await ask(path, method)).toMatchObject({ status: 405, allow });
});

test.each(["/crucibles/new", "/crucibles/3/light-on-dark", "/nowhere", "/", "/crucibles/new/basics", "/m/k/320.webp"])(
  "%s can be opened",
  async (path) => expect((await ask(path)).status).toBe(200),
);

test("the page that says so is a page, with no way to try again", async () => {
  const answer = await site.request("http://localhost/sign-out");
  const html = await answer.text();
  expect(html).toContain("This page can’t be opened directly");
  expect(html).not.toContain("Try again");
});

test("an address that moved sends every method on, with its query", async () => {
  for (const method of ["GET", "POST"])
    expect(await ask("/old/7/place?to=%2Fx", method)).toMatchObject({ status: 308, location: "/new/7?to=%2Fx" });
});

test("what is led to keeps a name as it was written", async () => {
  const own = new Hono<Site>();
  own.use(allowedMethods({ "/people/:name/note": { post: "people", page: "/people/:name" } }));
  const answer = await own.request("http://localhost/people/%C3%89va/note");
  expect(answer.headers.get("location")).toBe("/people/%C3%89va");
});
