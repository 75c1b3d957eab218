import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { Env } from "~/web/server/env.server";
import { accessByModule } from "~/routes/all-access";
import { faults } from "~/tests/faults/every-fault";
import { modulesIn, withTables } from "~/tests/http-tables";

const documents = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).trim().split("\n");
const commands = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
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

test("http.md is as printed from what the modules say of their addresses: npm run docs:http", () => {
  const printed = read("docs/http.md");
  expect(printed).toBe(withTables(printed));
  expect(modulesIn(printed).sort()).toEqual(Object.keys(accessByModule).sort());
});

test("http.md names what the server answers before any page", () => {
  const site = read("app/web/server/site.server.ts");
  const answered = [...site.matchAll(/site\.(?:get|use)\("([^"]+)"/g)].map(([, path]) => path!.replace(/^\*/, "/*"));
  const documented = rowsOf("docs/http.md").map(([address]) => bare(address!));
  expect(answered.length).toBeGreaterThan(3);
  expect(documented).toEqual(expect.arrayContaining(answered));
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
  const lines = [...read(path).matchAll(/^ {2}([A-Z][A-Z_0-9]+): ((?:[^\n]|\n {4,})+?),$/gm)];
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
