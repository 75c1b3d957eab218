import { expect } from "playwright/test";
import type { RunningSite } from "../server";
import { test } from "../sites";

let site: RunningSite;

test.beforeAll(({ demo }) => {
  site = demo;
});

const open = [
  "/crucibles",
  "/crucibles/1/quiet-places",
  "/crucibles/1/leaderboard",
  "/crucibles/1/verify",
  "/crucibles/3/discussion",
  "/entries/1",
  "/media/1",
  "/media/1/comments",
  "/people/ochre",
  "/people/keeper/crucibles",
  "/leaderboard",
  "/rules",
  "/feeds",
];

test("every public page has share metadata with absolute URLs, and its image exists", async ({ request }) => {
  for (const path of open) {
    const answer = await request.get(site.url + path);
    const page = await answer.text();
    const said = new Map(
      [...page.matchAll(/<meta (?:property|name)="([\w:-]+)" content="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    expect(said.get("og:title"), path).toBeTruthy();
    expect(said.get("og:description"), path).toBeTruthy();
    expect(said.get("twitter:card"), path).toBe("summary_large_image");
    expect(said.get("og:url"), path).toBe(answer.url());
    const picture = await request.get(said.get("og:image")!);
    expect(said.get("og:image"), path).toMatch(/^http/);
    expect([picture.status(), picture.headers()["content-type"]?.split("/")[0]], path).toEqual([200, "image"]);
  }
});

test("the web app manifest and theme colors are there", async ({ request }) => {
  const manifest = (await (await request.get(`${site.url}/manifest.webmanifest`)).json()) as {
    icons: { src: string; type: string }[];
  };
  for (const { src, type } of manifest.icons)
    expect((await request.get(site.url + src)).headers()["content-type"]).toContain(type);
  const ofTheSystem = await (await request.get(`${site.url}/rules`)).text();
  expect(
    ofTheSystem.match(/<meta name="theme-color" content="#\w+" media="\(prefers-color-scheme: \w+\)"/g),
  ).toHaveLength(2);
  const chosen = await (await request.get(`${site.url}/rules`, { headers: { cookie: "theme=light" } })).text();
  expect(chosen.match(/<meta name="theme-color"[^>]*>/g)).toEqual(['<meta name="theme-color" content="#f5f6f8"/>']);
});
