import type { LoaderFunction } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { users } from "~/db/schema/account";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import routes from "~/routes";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { makeFixture } from "./rating-fixture";
import type { RatingFixture } from "./rating-fixture";

// Walks every route of app/routes.ts as people who must not see some media, and looks for those media's keys in all that
// the loaders answer: whatever address a page shows comes from there. Their words, names and colors hold the key as well.

const { folder } = useDatabase();
const configure = useSettings();

beforeEach(() => {
  configure({ NODE_ENV: "test", DATA_DIR: folder() });
  setStorage(localStorage(folder()));
});

type Entry = (typeof routes)[number];
type Found = { pattern: string; file: string };

const QUERIES: Record<string, string[]> = {
  "/crucibles": [
    "",
    "?status=any",
    "?tab=ending",
    "?tab=stakes&status=any",
    "?tab=new&status=any",
    "?status=completed",
    "?status=any&words=test",
  ],
  "/library": ["", "?show=all"],
};

/** Every loader that answers at an address: the page's own and those of what it stands in. */
function addressesOf(entries: readonly Entry[], above = ""): Found[] {
  return entries.flatMap(({ path, file, children }) => {
    const pattern = `${above}/${(path ?? "").replace(/\/?:\w+\?$/, "")}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    return [{ pattern, file }, ...addressesOf((children ?? []) as Entry[], pattern)];
  });
}

/** The pattern with everything of the world's that fits in the place of its parameters. */
function filled(pattern: string, { ids, secret }: RatingFixture): string[] {
  // Media by their numbers, which lead to their keys: the secret keys must be nowhere.
  const room = /([^/]+)\/:(?:id|key)/.exec(pattern)?.[1] ?? "";
  const fits: Record<string, number[]> = { ...ids, levels: secret.map(({ id }) => id), featured: ids.crucibles };
  if (pattern === "/m/:key/:name")
    return secret.flatMap(({ key }) =>
      ["320.webp", "1600.webp", "video.mp4", "original"].map((name) => `/m/${key}/${name}`),
    );
  if (fits[room]) return fits[room].map((id) => pattern.replace(/:id|:key/, String(id)));
  if (pattern.includes(":username")) return ["the-maker", "the-mild"].map((name) => pattern.replace(":username", name));
  return [pattern.replace(/:\w+/g, "1").replace("*", "no/such/page")];
}

function paramsOf(pattern: string, path: string) {
  const parts = path.split("/");
  return Object.fromEntries(
    pattern.split("/").flatMap((part, at) => (part.startsWith(":") ? [[part.slice(1), parts[at]]] : [])),
  );
}

async function answer({ file, pattern }: Found, address: string, cookie: string) {
  const { loader } = (await import(/* @vite-ignore */ new URL(`../../app/${file}`, import.meta.url).pathname)) as {
    loader?: LoaderFunction;
  };
  if (!loader) return null;
  const request = new Request(`http://localhost:3000${address}`, { headers: cookie ? { cookie } : {} });
  const context = { nonce: "n", requestId: "r", ip: "127.0.0.1" };
  const params = paramsOf(pattern, address.split("?")[0]!);
  const said: unknown = await (async () => loader({ request, params, context } as never))().catch(
    (thrown: unknown) => thrown,
  );
  if (said instanceof Error) throw new Error(`${address} broke`, { cause: said });
  const response = said instanceof Response ? said : Response.json(said);
  return { status: response.status, text: `${JSON.stringify([...response.headers])} ${await response.text()}` };
}

/** Where some secret key stands in an answer. */
async function walk(world: RatingFixture, userId: number | null) {
  const session = { userId: userId!, userAgent: "a test", now: new Date(), days: 1, replaces: null };
  const cookie = userId ? `session=${await write((tx) => startSession(tx, session))}` : "";
  const leaks: string[] = [];
  let asked = 0;
  for (const found of [{ pattern: "/", file: "root.tsx" }, ...addressesOf(routes)]) {
    for (const path of filled(found.pattern, world)) {
      for (const query of QUERIES[found.pattern] ?? [""]) {
        const said = await answer(found, path + query, cookie);
        if (!said) continue;
        asked += 1;
        if (found.pattern.startsWith("/m/") && said.status !== 404) leaks.push(`${path} (${said.status})`);
        const shown = world.secret.filter(
          ({ key }) => said.text.includes(key) || said.text.includes(Buffer.from(key).toString("base64")),
        );
        for (const { level } of shown) leaks.push(`${path}${query} in ${found.file} (level ${level})`);
      }
    }
  }
  return { asked, leaks };
}

test("no route shows guests or people with mild content settings anything above them, blocked or not rated", async () => {
  const world = await makeFixture();
  expect(world.secret.map(({ level }) => level).sort((a, b) => a - b)).toEqual([0, 4, 4, 4, 4, 4, 4, 32]);
  const stranger = await walk(world, null);
  const mild = await walk(world, world.people.mild);
  expect([...stranger.leaks, ...mild.leaks]).toEqual([]);
  expect(stranger.asked).toBeGreaterThan(60);
});

test("a moderator of the mild levels is shown what is blocked or not rated, and nothing else above them", async () => {
  const world = await makeFixture();
  await write(
    async (tx) => void (await tx.update(users).set({ role: "moderator" }).where(eq(users.id, world.people.mild))),
  );
  const { leaks } = await walk(world, world.people.mild);
  expect(leaks.filter((leak) => /level 4/.test(leak))).toEqual([]);
  for (const level of [0, 32]) expect(leaks.join("\n")).toContain(`level ${level}`);
});

test("the same walk finds what an adult is shown, so that it would find a leak", async () => {
  const world = await makeFixture();
  const { leaks } = await walk(world, world.people.adult);
  for (const page of ["crucible/entries", "discovery", "media.tsx", "profile", "crucible/leaderboard"])
    expect(leaks.join("\n")).toContain(page);
  expect(leaks.filter((leak) => /level (0|32)/.test(leak))).toEqual([]);
});
