import { request as send } from "node:http";
import type { OutgoingHttpHeaders } from "node:http";
import { expect } from "playwright/test";
import { access } from "~/routes/all-access";
import { newMember } from "../people";
import { test } from "../sites";

/** Node's own client: it sends a path and a Host as they are, which fetch would put right. */
function ask(site: { url: string }, path: string, { method = "GET", ...headers }: OutgoingHttpHeaders = {}) {
  const { hostname, port, host } = new URL(site.url);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = send({ hostname, port, path, method: String(method), headers: { host, ...headers } }, (answer) => {
      let body = "";
      answer.on("data", (part) => (body += String(part)));
      answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, body }));
    });
    asked.on("error", reject).end();
  });
}

test("a form’s address that is opened leads to the page with the form, or says that it can’t be opened", async ({
  demo,
}) => {
  const forms = Object.entries(access).filter(([, { get, moved }]) => !get && !moved);
  for (const [address, { page }] of forms) {
    const { status, headers, body } = await ask(demo, address.replace(/:\w+/g, "3"));
    if (page) expect([status, headers.location], address).toEqual([303, page.replace(/:\w+/g, "3")]);
    else expect([status, headers.allow], address).toEqual([405, "POST"]);
    if (!page) expect(body).toContain("This page can’t be opened directly");
  }
});

test("pages take no other method than they say", async ({ demo }) => {
  const origin = demo.url;
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect(await ask(demo, "/crucibles", { method, origin })).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
    expect(await ask(demo, "/sign-in", { method, origin })).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD, POST" },
    });
  }
});

test("only this site’s own name is answered, but for health checks", async ({ demo }) => {
  for (const path of ["/crucibles", "/mark.svg", "/sign-in"])
    expect((await ask(demo, path, { host: "evil.example" })).status, path).toBe(421);
  expect((await ask(demo, "/healthz", { host: "10.0.0.7" })).status).toBe(200);
});

test("a path in another spelling is sent to the plain one", async ({ demo }) => {
  for (const path of ["//sign-in?to=%2Fx", "/sign-in/?to=%2Fx", "/sign%2Din?to=%2Fx"]) {
    const { status, headers } = await ask(demo, path);
    expect([status, headers.location], path).toEqual([308, "/sign-in?to=%2Fx"]);
  }
  expect((await ask(demo, "//evil.example/x")).headers.location).toBe("/evil.example/x");
  for (const path of ["/Sign-In", "/./sign-in"]) expect((await ask(demo, path)).status, path).toBe(200);
});

test("what someone signed in sees is kept nowhere", async ({ browser, empty }) => {
  const { page } = await newMember(browser, empty);
  for (const path of ["/wallet", "/crucibles"])
    expect((await page.request.get(empty.url + path)).headers()["cache-control"]).toBe("private, no-store");
  expect((await ask(empty, "/crucibles")).headers["cache-control"]).toBe("private");
});
