import { expect, test } from "vitest";
import { parseC2pa } from "./c2pa";

const TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

function cbor(text: string) {
  return (
    (text.length < 24 ? String.fromCharCode(0x60 + text.length) : `\x78${String.fromCharCode(text.length)}`) + text
  );
}

function read(...fields: string[]) {
  return parseC2pa([{ source: "C2PA", key: "c2pa", text: `jumb\0\0${fields.join("")}` }]);
}

const source = cbor("digitalSourceType") + cbor(TRAINED);

test("a software agent is told by name and version, from a map or a text", () => {
  const map = `${cbor("softwareAgent")}\xa2${cbor("name")}${cbor("gpt-image")}${cbor("version")}${cbor("2.0")}`;
  expect(read(map, source)).toMatchObject({
    generator: "OpenAI",
    resources: [{ name: "gpt-image 2.0" }],
    baseModelHint: { code: "gpt-image 2.0" },
  });
  expect(read(cbor("softwareAgent") + cbor("Adobe Firefly"), source)).toMatchObject({
    generator: "Adobe Firefly",
    resources: [{ name: "Firefly" }],
  });
});

test("a vendor without a model declares none", () => {
  expect(read(cbor("description") + cbor("Created by Google Generative AI."), source)).toMatchObject({
    generator: "Google",
    resources: [],
  });
});

test("a camera's or an editor's manifest is not a generator's", () => {
  expect(read(cbor("claim_generator") + cbor("Adobe Photoshop"))).toBeNull();
});
