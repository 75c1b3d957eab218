import { expect, test } from "vitest";
import { parseDigitalSource } from "./digital-source";

const TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

function read(fields: string) {
  return parseDigitalSource([
    { source: "XMP", key: "xmp", text: `<x:xmpmeta><rdf:RDF><rdf:Description ${fields}</rdf:RDF></x:xmpmeta>` },
  ]);
}

test("a credit tells who made it, and declares no model", () => {
  const found = read(
    `Iptc4xmpExt:DigitalSourceType="${TRAINED}"><photoshop:Credit>Made with Google AI</photoshop:Credit></rdf:Description>`,
  );
  expect(found).toEqual({ generator: "Google", resources: [], baseModelHint: { from: "c2pa", code: "Google" } });
});

test("the system that was used is the model, whoever made it", () => {
  const used = `Iptc4xmpExt:AISystemUsed="Some Painter" Iptc4xmpExt:AISystemVersionUsed="2" Iptc4xmpExt:AIPromptInformation="a cat"`;
  const type = `><Iptc4xmpExt:DigitalSourceType rdf:resource="${TRAINED}"/></rdf:Description>`;
  expect(read(used + type)).toEqual({
    generator: "Some Painter",
    prompt: "a cat",
    resources: [{ kind: "checkpoint", name: "Some Painter 2", hashes: {} }],
  });
});

test("a photograph's type, and the word in a caption, are no generator's", () => {
  expect(
    read(`Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>`),
  ).toBeNull();
  expect(read(`dc:title="trainedAlgorithmicMedia"/>`)).toBeNull();
});
