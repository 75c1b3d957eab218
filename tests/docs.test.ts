import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { z } from "zod";
import routes from "~/routes";
import { BasicsForm, EntryForm, PrizesForm } from "~/domain/crucible/opening/forms";
import { Env } from "~/web/env.server";
import { access } from "~/tests/faults/access";
import { faults } from "~/tests/faults/every-fault";

type Route = { file: string; path?: string; index?: boolean; children?: Route[] };
type Schema = { shape?: Record<string, z.ZodType>; options?: Schema[] };

const documents = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).trim().split("\n");
const commands = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
const answered = (routes as Route[]).flatMap((route) => leaves(route, ""));
const rows = rowsOf("docs/http.md").filter(([address]) => address!.startsWith("`/"));
const documented = rows.map(([address, method]) => `${method} ${bare(address!)}`);
const posts = answered.filter(({ post }) => post);

function read(path: string) {
  return readFileSync(path, "utf8");
}

/** The rows of all tables of a document, cell by cell, without their headings. */
function rowsOf(path: string) {
  const lines = read(path)
    .split("\n")
    .filter((line, i, all) => line.startsWith("|") && !/^\|[-|]+$/.test(all[i + 1] ?? ""));
  return lines
    .filter((line) => !/^\|[-|]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

function bare(cell: string) {
  return cell.replaceAll("`", "");
}

/** The addresses below a route, with what answers them: `:slug?` is left out, as in the tables. */
function leaves(
  { file, path = "", children }: Route,
  above: string,
): { file: string; pattern: string; get: boolean; post: boolean }[] {
  const pattern = `${above}/${path.replace(/\/?:\w+\?$/, "")}`.replace(/\/+/g, "/");
  if (children) return children.flatMap((child) => leaves(child, pattern));
  const source = read(join("app", file));
  const post = /export (async )?function action\b/.test(source);
  // What only ever shows why a button could not do its work is no page to go to.
  const get =
    /export (async )?function loader\b/.test(source) ||
    (source.includes("export default") && !/<Refusal\s|<h1>\s*Not\s/.test(source));
  return [{ file, pattern: pattern.replace(/(.)\/$/, "$1"), get, post }];
}

function rowOf(pattern: string, method: string) {
  return rows.find(([address, by]) => bare(address!) === pattern && by === method)!;
}

test("http.md holds every address of the site and no other", () => {
  const pages = answered.flatMap(({ pattern, get, post }) => [
    ...(get ? [`GET ${pattern}`] : []),
    ...(post ? [`POST ${pattern}`] : []),
  ]);
  const server = [...read("app/web/site.server.ts").matchAll(/site\.(?:get|use)\("([^"]+)"/g)].map(
    ([, path]) => `GET ${path!.replace(/^\*/, "/*")}`,
  );
  expect([...documented].sort()).toEqual([...new Set([...pages, ...server])].sort());
});

test.each(posts.map(({ pattern, file }) => [pattern, file]))(
  "http.md names the fields that POST %s reads, and whether it can refuse",
  async (pattern, file) => {
    const [, , , fields, answer] = rowOf(pattern, "POST");
    const source = read(join("app", file));
    expect(answer!.includes("422")).toBe(/\brefuse\(|status: (answer\.ok \? 200 : )?422/.test(source));
    const names = [...fields!.matchAll(/`(\w+\??)`/g)].map(([, name]) => name!);
    const step = { basics: BasicsForm, entry: EntryForm, prizes: PrizesForm }[pattern.replace("/crucibles/new/", "")];
    if (step) expect(names).toEqual(expect.arrayContaining(namesIn(step as Schema)));
    else if (source.includes("readForm(")) expect(names.sort()).toEqual(namesIn(await schemaOf(source)).sort());
    else expect(names.length).toBeGreaterThan(0);
  },
);

/** The schema that a route gives `readForm`: imported from its room, or made of nothing on the spot. */
async function schemaOf(source: string): Promise<Schema> {
  const name = /readForm\(request, (\w+)/.exec(source)![1]!;
  const room = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "~/(.+)"`).exec(source)?.[1];
  if (room && name !== "z") return ((await import(resolve(`app/${room}.ts`))) as Record<string, Schema>)[name]!;
  expect(source).toMatch(
    name === "z"
      ? /readForm\(request, z\.strictObject\(\{\}\)\)/
      : new RegExp(`const ${name} = z\\.strictObject\\(\\{\\}\\)`),
  );
  return { shape: {} };
}

function namesIn({ shape, options }: Schema): string[] {
  if (options) return [...new Set(options.flatMap((one) => Object.keys(one.shape!)))].map((name) => `${name}?`);
  return Object.entries(shape!).map(([name, field]) => (field.safeParse(undefined).success ? `${name}?` : name));
}

test("http.md says who may as the authorization fault proves it", () => {
  const wrong = rows.filter(([address, method, who]) => {
    const rule = access[bare(address!)]?.[method!.toLowerCase() as "get" | "post"];
    return rule !== undefined && rule !== "nobody" && rule !== who;
  });
  expect(wrong).toEqual([]);
});

test("the README's table has every setting with its default", () => {
  const table = rowsOf("README.md")
    .filter(([name]) => /^`[A-Z][A-Z_0-9]+`$/.test(name!))
    .map(([name, value]) => [bare(name!), bare(value!)]);
  const settings = Object.entries(Env.shape).map(([name, schema]) => [name, String(schema.parse(undefined) ?? "–")]);
  const others = ["db/bucket.ts", "app/domain/media/s3-settings.server.ts"].flatMap(settingsIn);
  expect(table).toEqual([...settings, ...others]);
});

function settingsIn(path: string) {
  const lines = [...read(path).matchAll(/^ {2}([A-Z][A-Z_0-9]+): (.+(?:\n {4}.+)*),$/gm)];
  return lines.map(([, name, made]) => [name!, /(?:default|prefix)\("?([^")]+)"?\)/.exec(made!)?.[1] ?? "–"]);
}

test("the README has every command, and no document has one that is not there", () => {
  const named = (path: string) =>
    [...read(path).matchAll(/npm (?:run )?((?<=run )[\w:-]+|start|test)/g)].map(([, name]) => name!);
  expect([...new Set(named("README.md"))].sort()).toEqual([...commands].sort());
  expect(
    documents.flatMap((path) =>
      named(path)
        .filter((name) => !commands.includes(name))
        .map((name) => `${path}: ${name}`),
    ),
  ).toEqual([]);
});

test("no document asks for a fault that is not there", () => {
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/`(?:npm run faults )?-- ([a-z][\w-]+)`/g)].map(([, name]) => name!),
  );
  expect(named).toContain("authorization");
  expect(named.filter((name) => !faults.some((fault) => fault.name === name))).toEqual([]);
});

test("every link and every file that a document names is there", () => {
  const broken = documents.flatMap((path) => {
    const links = [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, to]) => to!)
      .filter((to) => !/^\w+:/.test(to));
    const files = [...read(path).matchAll(/`((?:app|db|jobs|tests|docs|public)\/[\w./-]+\.\w+)`/g)].map(
      ([, to]) => to!,
    );
    const missing = [
      ...links.filter((to) => !existsSync(join(dirname(path), to))),
      ...files.filter((to) => !existsSync(to)),
    ];
    return missing.map((to) => `${path}: ${to}`);
  });
  expect(broken).toEqual([]);
});

test("decisions have numbers of their own, each with it in its title", () => {
  const decisions = documents.filter((path) => path.startsWith("docs/decisions/"));
  const numbers = decisions.map((path) => /\/(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1]);
  expect(new Set(numbers).size).toBe(decisions.length);
  expect(decisions.filter((path, i) => !read(path).startsWith(`# ${numbers[i]} · `))).toEqual([]);
});
