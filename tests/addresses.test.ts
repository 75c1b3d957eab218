import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import routes from "~/routes";
import { isReserved } from "~/domain/account/rules";
import { TAKEN_SLUGS as ofChallenges } from "~/domain/challenge/slug";
import { TAKEN_SLUGS as ofCrucibles } from "~/domain/crucible/slug";
import { access, accessByModule } from "~/routes/all-access";
import type { Access } from "~/web/request/access";
import { pages } from "~/tests/pages";
import { namesIn } from "~/tests/http-tables";

type Route = { file: string; path?: string; index?: boolean; children?: Route[] };
type Answered = { file: string; pattern: string; source: string };
type Schema = Parameters<typeof namesIn>[0];

const answered = (routes as Route[]).flatMap((route) => leaves(route, ""));
const posts = answered.filter(({ source }) => /export (async )?function action\b/.test(source));

/** The addresses below a route, with what answers them: `:slug?` is left out. */
function leaves({ file, path = "", children }: Route, above: string): Answered[] {
  const pattern = `${above}/${path.replace(/\/?:\w+\?$/, "")}`.replace(/\/+/g, "/");
  if (children) return children.flatMap((child) => leaves(child, pattern));
  return [{ file, pattern: pattern.replace(/(.)\/$/, "$1"), source: readFileSync(join("app", file), "utf8") }];
}

test("every route has a line in its module's access.ts, and every line a route", () => {
  const lines = Object.values(accessByModule).flatMap((table) => Object.keys(table));
  expect([...lines].sort()).toEqual([...new Set(answered.map(({ pattern }) => pattern))].sort());
});

test("the folder whose access.ts names an address is the one whose routes.ts has it", async () => {
  for (const [module, table] of Object.entries(accessByModule)) {
    const own = (await import(resolve(`app/routes/${module}/routes.ts`))) as { routes: Route[] };
    const patterns = own.routes.flatMap((route) => leaves(route, "")).map(({ pattern }) => pattern);
    expect([...new Set(patterns)].sort()).toEqual(Object.keys(table).sort());
  }
});

test("what takes a POST has an action, and what can be opened has something to show", () => {
  const wrong = answered.filter(({ pattern, source, file }) => {
    const { get, post, moved } = access[pattern] as Access;
    if (moved) return false;
    const shows = /export (async )?function loader\b|export default/.test(source);
    const acts = posts.some((one) => one.file === file);
    return acts !== Boolean(post) || (get ? !shows : /export (async )?function loader\b/.test(source));
  });
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("the page that a form's address leads to can be opened", () => {
  const led = Object.entries(access).filter(([, { page }]) => page);
  expect(led.length).toBeGreaterThan(10);
  expect(led.filter(([, { get, page }]) => get || !access[page!]?.get).map(([address]) => address)).toEqual([]);
});

test.each(posts.map(({ pattern, source }) => [pattern, source]))(
  "access says what POST %s reads",
  async (pattern, source) => {
    const { reads, fields, answers = "303" } = access[pattern]!;
    expect(answers.includes("422")).toBe(/\brefuse\(|status: (answer\.ok \? 200 : )?422/.test(source));
    if (source.includes("readForm(")) expect(reads).toBe(await schemaOf(source));
    else expect(fields).toMatch(/`\w+/);
    const named = [...(fields ?? "").matchAll(/`(\w+\??)`/g)].map(([, name]) => name);
    if (fields) expect(named).toEqual(expect.arrayContaining(namesIn((reads ?? {}) as Schema).map(({ name }) => name)));
  },
);

/** The schema that a route gives `readForm`: imported from its module; none for a form without fields. */
async function schemaOf(source: string) {
  const name = /readForm\(request, (\w+)/.exec(source)![1]!;
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "~/(.+)"`).exec(source)?.[1];
  if (from && name !== "z") return ((await import(resolve(`app/${from}.ts`))) as Record<string, unknown>)[name];
  expect(source).toMatch(/readForm\(request, z\.strictObject\(\{\}\)\)|const \w+ = z\.strictObject\(\{\}\)/);
  return undefined;
}

test.each([
  ["crucibles", ofCrucibles],
  ["challenges", ofChallenges],
])("under /%s the names that are taken are those of the pages there", (base, taken) => {
  const under = Object.keys(access).flatMap(
    (address) => new RegExp(`^/${base}/:id/([a-z0-9-]+)(?=/|$)`).exec(address)?.[1] ?? [],
  );
  expect(taken).toEqual([...new Set(under)].sort());
});

test("nobody can be called what an address begins with", () => {
  const first = Object.keys(access).map((address) => address.split("/")[1]!);
  const names = [...new Set(first)].filter((name) => /^[a-z-]{3,24}$/.test(name));
  expect(names).toContain("wallet");
  expect(names.filter((name) => !isReserved(name))).toEqual([]);
});

test("every page that can be opened by its address alone is among those that the walks look at", () => {
  const open = answered.filter(({ pattern, source }) => !pattern.includes(":") && /export default/.test(source));
  const seen = new Set(pages.map(({ path }) => path.split("?")[0]));
  const unseen = open.filter(({ pattern }) => access[pattern]!.get && pattern !== "/*" && !seen.has(pattern));
  expect(unseen.map(({ pattern }) => pattern)).toEqual([]);
  expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
});
