import { expect, test } from "vitest";
import { parseMidjourney } from "./midjourney";

const JOB = "Job ID: a7421d2f-b262-44f9-977c-ac23e9c7d3e3";

function read(text: string, key = "Description") {
  return parseMidjourney([
    { source: "tEXt", key, text },
    { source: "tEXt", key: "Author", text: "someone" },
  ]);
}

test("the command is taken apart into words, what to avoid, seed and version", () => {
  expect(read(`a cat -- in a hat --ar 2:1 --no trees, fog --seed 42 --v 6.1 ${JOB}`)).toEqual({
    ...{ generator: "Midjourney", prompt: "a cat -- in a hat", negativePrompt: "trees, fog", seed: "42" },
    resources: [{ kind: "checkpoint", name: "Midjourney v6.1", hashes: {} }],
    baseModelHint: { from: "midjourney", code: "Midjourney" },
  });
});

test("Niji is told from Midjourney, and a command without options is only words", () => {
  expect(read(`a cat --niji 6 ${JOB}`)?.resources).toMatchObject([{ name: "Niji 6" }]);
  expect(read(`a cat ${JOB}`)).toMatchObject({ prompt: "a cat", resources: [{ name: "Midjourney" }] });
});

test("it may stand in XMP", () => {
  const packet = `<rdf:Description><dc:description><rdf:Alt><rdf:li xml:lang="x-default">a &amp; b --v 7 ${JOB}</rdf:li></rdf:Alt></dc:description></rdf:Description>`;
  expect(read(packet, "xmp")).toMatchObject({ prompt: "a & b", resources: [{ name: "Midjourney v7" }] });
});

test("a description that only speaks of a job, or is very long, is none of theirs", () => {
  for (const text of ["a cat --v 6", "Job ID: 12", `${JOB} and more`, `${"a ".repeat(50_000)}${JOB}`])
    expect(read(text)).toBeNull();
});
