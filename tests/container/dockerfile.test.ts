import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { argumentsOf, lastOf, stagesOf, variablesOf } from "./dockerfile";

const stages = stagesOf(readFileSync("Dockerfile", "utf8"));
const last = stages.at(-1)!;

test("what runs is nobody's root, hears signals, says how it is, and brings no source", () => {
  expect(lastOf(last, "USER")).toBe("node");
  expect(argumentsOf(lastOf(last, "ENTRYPOINT"))).toEqual(["tini", "--"]);
  expect(argumentsOf(lastOf(last, "HEALTHCHECK"))[0]).toBe("node");
  expect(variablesOf(last)).toMatchObject({ NODE_ENV: "production", HOST: "0.0.0.0", DATA_DIR: "/data" });
  const copied = last.steps
    .filter(({ verb }) => verb === "COPY")
    .map(({ words }) => words.split(" ").slice(0, -1).at(-1));
  expect(copied).toEqual(["/site/node_modules", "/site/build", "/site/db/migrations", "litestream.yml"]);
});

test("every stage stands on the same Node, and modules on what was built", () => {
  expect(stages.map(({ name, from }) => [name, from])).toEqual([
    ["build", "node:24-bookworm-slim"],
    ["modules", "build"],
    ["last", "node:24-bookworm-slim"],
  ]);
});
