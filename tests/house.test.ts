import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
const sources = tracked.filter((path) => /^(app|db|jobs|tests)\/.*\.tsx?$/.test(path));

function read(path: string) {
  return readFileSync(path, "utf8");
}

test("nothing stands at the top level but the layout and what tools insist on", () => {
  const layout =
    /^(app|db|jobs|public|docs|tests|Dockerfile|fly\.toml|package(-lock)?\.json|README\.md|LICENSE|litestream\.yml|\..*|[a-z.-]+\.config\.[cm]?[jt]s|tsconfig.*\.json)$/;
  expect([...new Set(tracked.map((path) => path.split("/")[0]!))].filter((name) => !layout.test(name))).toEqual([]);
});

test("no file or folder has a name that could hold anything", () => {
  const vague = /(^|\/)(utils?|helpers?|lib|misc|common|shared)(\/|\.[cm]?[jt]sx?$)/i;
  expect(tracked.filter((path) => vague.test(path))).toEqual([]);
});

test("no folder hides behind an index file, but the timetable", () => {
  expect(tracked.filter((path) => /\/index\.tsx?$/.test(path) && path !== "jobs/index.ts")).toEqual([]);
});

test("files are kebab-case", () => {
  expect(sources.filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(path.split("/").at(-1)!))).toEqual([]);
});

test("half of the files are shorter than 80 lines", () => {
  const lengths = sources.map((path) => read(path).split("\n").length).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
});

test("every action reads its form by the one reader", () => {
  const routes = sources.filter((path) => path.startsWith("app/routes/"));
  const actions = routes.filter((path) => /export (async )?function action\b/.test(read(path)));
  expect(actions.length).toBeGreaterThan(0);
  const strays = actions.filter(
    (path) => !/\b(readForm|readFields|withUpload|withFields|receiveFiles)\(/.test(read(path)),
  );
  expect(strays).toEqual([]);
  expect(routes.filter((path) => /request\.(formData|json|text|arrayBuffer|blob)\(/.test(read(path)))).toEqual([]);
});

test("modules ask neither the clock nor Math.random", () => {
  const rooms = sources.filter((path) => path.startsWith("app/domain/") && !path.includes(".test."));
  expect(rooms.filter((path) => /Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(read(path)))).toEqual([]);
});

test("nobody calls drizzle's own transaction", () => {
  expect(sources.filter((path) => !path.startsWith("tests/") && /\.transaction\(/.test(read(path)))).toEqual([]);
});

test("those who ask every module write no tables but their own", () => {
  const own: Record<string, string[]> = {
    comment: ["comments", "reactions"],
    moderation: ["reports", "auditLog"],
    notification: ["notifications", "events"],
    profile: [],
    subject: [],
  };
  const strays = Object.entries(own).flatMap(([name, tables]) =>
    sources
      .filter((path) => path.startsWith(`app/domain/${name}/`) && !path.includes(".test."))
      .flatMap((path) =>
        [...read(path).matchAll(/\btx\s*\.(?:insert|update|delete)\((\w+)/g)].map(([, table]) => table!),
      )
      .filter((table) => !tables.includes(table)),
  );
  expect(strays).toEqual([]);
});
