import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint();

async function complaints(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map((message) => message.ruleId);
}

test.each([
  ["a route that queries", "app/routes/x.tsx", `import { eq } from "drizzle-orm";\nexport const x = eq;`],
  [
    "a route that reaches into the database",
    "app/routes/x.tsx",
    `import { reader } from "~/db/client";\nexport const x = reader;`,
  ],
  [
    "a route that leans on another module's route",
    "app/routes/wallet/x.tsx",
    `import { access } from "../settings/access";\nexport const x = access;`,
  ],
  [
    "a list of all modules' addresses that leans on more than their access",
    "app/routes/all-access.ts",
    `import { routes } from "./wallet/routes";\nexport const x = routes;`,
  ],
  [
    "a module that knows HTTP",
    "app/domain/wallet/x.server.ts",
    `import { json } from "@remix-run/node";\nexport const x = json;`,
  ],
  [
    "a module that knows the web",
    "app/domain/wallet/x.server.ts",
    `import { env } from "~/web/server/env.server";\nexport const x = env;`,
  ],
  [
    "a leaf that imports another module",
    "app/domain/wallet/x.server.ts",
    `import { signUp } from "~/domain/account/signing-up.server";\nexport const x = signUp;`,
  ],
  [
    "a page part that imports a server file",
    "app/ui/x.tsx",
    `import { signUp } from "~/domain/account/signing-up.server";\nexport const x = signUp;`,
  ],
  [
    "a part of any page that leans on one module's",
    "app/ui/parts/x.tsx",
    `import { crucibleState } from "../crucible/state";\nexport const x = crucibleState;`,
  ],
  ["the web that queries", "app/web/x.server.ts", `import { reader } from "~/db/client";\nexport const x = reader;`],
  [
    "the database that knows the product",
    "db/x.ts",
    `import { mint } from "~/domain/wallet/accounts.server";\nexport const x = mint;`,
  ],
  ["a job that queries", "jobs/x.ts", `import { eq } from "drizzle-orm";\nexport const x = eq;`],
  [
    "a list that imports more than doors",
    "app/domain/subject/all.server.ts",
    `import { visibleTo } from "~/domain/media/visibility.server";\nexport const x = visibleTo;`,
  ],
  [
    "a list that imports another list's doors",
    "app/domain/notification/all.ts",
    `export { events as crucible } from "~/domain/crucible/events";`,
  ],
  [
    "a list that imports the database",
    "app/domain/profile/all.server.ts",
    `import { reader } from "~/db/client";\nexport const x = reader;`,
  ],
  [
    "a door that leans on who asks it",
    "app/domain/wallet/subject.server.ts",
    `export { notificationKinds } from "~/domain/notification/notices";`,
  ],
  [
    "a door that leans on who asks it, by another way",
    "app/domain/crucible/actions.ts",
    `export { audit } from "../moderation/auditing.server";`,
  ],
  [
    "a verb that goes past the lists to another module's door",
    "app/domain/profile/x.server.ts",
    `import { archive } from "~/domain/crucible/archive.server";\nexport const x = archive;`,
  ],
])("the linter refuses %s", async (_who, file, code) => {
  const found = await complaints(file, code);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((rule) => !/no-restricted-(paths|imports)/.test(rule ?? ""))).toEqual([]);
});

test("the linter lets a route share a file with its module", async () => {
  const code = `import { access } from "./access";\nexport const x = access;`;
  expect(await complaints("app/routes/wallet/x.tsx", code)).toEqual([]);
});

test("the linter refuses chance that can be foretold", async () => {
  expect(await complaints("app/routes/x.ts", "export const x = Math.random();")).toEqual(["no-restricted-properties"]);
});

test("the linter lets a verb import the database and its own module", async () => {
  const code = `import { users } from "~/db/schema/account";\nimport { password } from "./schema";\nexport const x = [users, password];`;
  expect(await complaints("app/domain/account/x.server.ts", code)).toEqual([]);
});

test.each([
  ["list/x.ts", "~/domain/contest/window", "windowState"],
  ["metadata/x.ts", "~/domain/catalog/base-models", "baseModelOf"],
  ["catalog/x.ts", "~/domain/media/content-ratings", "holdsLevel"],
  ["media/x.ts", "~/domain/contest/prizes", "sharePool"],
  ["contest/x.ts", "~/domain/crucible/schema", "durations"],
  ["contest/x.ts", "~/domain/media/content-ratings", "holdsLevel"],
  ["crucible/x.ts", "~/domain/account/rules", "usernameFrom"],
])("the linter refuses %s to import %s: leaves know nothing of what is built on them", async (file, from, name) => {
  expect(await importing(`app/domain/${file}`, from, name)).toEqual(["import-x/no-restricted-paths"]);
});

test.each([
  ["opening/x.ts", "../entering/eligibility", "momentRefusal"],
  ["entering/x.ts", "../weights/vote-weight", "weighVote"],
  ["weights/x.ts", "../rating/duels", "pairUp"],
  ["rating/x.ts", "../pairing/situation", "seenLimit"],
  ["pairing/x.ts", "../judging/judges", "asJudge"],
  ["judging/x.ts", "../settling/scoring.server", "awardScores"],
  ["settling/x.ts", "../log/verifying", "verifyLog"],
  ["opening/x.ts", "../finding.server", "findCrucibles"],
  ["schedule.ts", "./opening/pricing", "setupFeeOf"],
])("the linter refuses the crucible's %s to import %s", async (file, from, name) => {
  expect(await importing(`app/domain/crucible/${file}`, from, name)).toEqual(["import-x/no-restricted-paths"]);
});

test.each([
  ["log/x.ts", "../settling/completing.server", "complete"],
  ["judging/x.ts", "../weights/haste", "isHasty"],
  ["entering/x.ts", "../schedule", "phaseOf"],
  ["opening/x.ts", "~/domain/contest/fields", "whole"],
  ["x.server.ts", "./log/verdict", "verdictOf"],
])("the linter lets the crucible's %s import %s", async (file, from, name) => {
  expect(await importing(`app/domain/crucible/${file}`, from, name)).toEqual([]);
});

function importing(filePath: string, from: string, name: string) {
  return complaints(filePath, `import { ${name} } from "${from}";\nexport const x = ${name};`);
}

test.each([
  ["app/domain/subject/all.server.ts", `export { crucibleDoor as crucible } from "~/domain/crucible/subject.server";`],
  ["app/domain/moderation/all.ts", `export { acts as crucible } from "~/domain/crucible/acts";`],
  ["app/domain/comment/notices.ts", `import { placeOf } from "./schema";\nexport const x = placeOf;`],
  [
    "app/domain/crucible/subject.server.ts",
    `import { addressOf } from "~/domain/subject/subject";\nexport const x = addressOf;`,
  ],
])("the linter lets %s do what it is for", async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});

const statements = (count: number) => Array.from({ length: count }, (_, i) => `  void ${i};`).join("\n");
const ofLines = (count: number) => `export function long() {\n${statements(count - 2)}\n}`;
const aTest = (count: number) => `test("long", () => {\n${statements(count - 2)}\n});`;

test.each([
  ["a function of 26 lines", "app/domain/wallet/x.ts", ofLines(26), "length/function"],
  ["a component of 61 lines", "app/ui/x.tsx", ofLines(61), "length/function"],
  ["a script's function of 26 lines", "x.js", ofLines(26), "length/function"],
  ["a test of 61 lines", "app/x.test.ts", aTest(61), "length/function"],
  [
    "a test of 61 lines within a describe",
    "app/x.test.ts",
    `describe("x", () => {\n${aTest(61)}\n});`,
    "length/function",
  ],
  ["a table's function of 26 lines outside of the schema", "db/x.ts", ofLines(26), "length/function"],
  ["a file of 201 lines", "app/ui/x.tsx", "// A line.\n".repeat(201), "max-lines"],
  ["a schema of 201 lines", "db/schema/x.ts", "// A line.\n".repeat(201), "max-lines"],
  ["tests of 321 lines", "app/x.test.ts", "// A line.\n".repeat(321), "max-lines"],
])("the linter refuses %s", async (_what, file, code, rule) => {
  expect(await complaints(file, code)).toEqual([rule]);
});

test.each([
  ["a function of 25 lines", "app/domain/wallet/x.ts", ofLines(25)],
  [
    "lines that are blank or a comment",
    "app/x.ts",
    ofLines(25).replace("{\n", "{\n\n  // Why.\n\n  /* And\n  why */\n"),
  ],
  ["a component of 60 lines", "app/ui/x.tsx", ofLines(60)],
  ["a describe of many tests", "app/x.test.ts", `describe("x", () => {\n${`${aTest(60)}\n`.repeat(5)}});`],
  ["a describe for each", "app/x.test.ts", `describe.each([1])("x", () => {\n${`${aTest(60)}\n`.repeat(2)}});`],
  ["prepared statements of 90 lines", "app/domain/crucible/judging/x-queries.server.ts", ofLines(90)],
  ["tests of 320 lines", "app/x.test.ts", "// A line.\n".repeat(320)],
])("the linter lets be %s", async (_what, file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
