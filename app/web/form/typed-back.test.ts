import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { expect, test } from "vitest";
import { typedBack } from "./typed-back.server";

/** A text as a page holds it: in a field, and in what the page's scripts start from. */
function writtenBack(typed: Record<string, string | string[]>) {
  const texts = Object.values(typed).flat();
  const html = texts.map((text) => renderToStaticMarkup(createElement("p", null, text)).length - "<p></p>".length);
  const scripted = JSON.stringify(texts).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16)}00`,
  );
  return html.reduce((sum, one) => sum + one, 0) + Buffer.byteLength(scripted) - 3 * texts.length - 2;
}

const nasty = fc.string({ unit: fc.constantFrom(..."&<>\"'\\\n\té漢👩ab\u2028\u0001"), maxLength: 4000 });
const typed = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(nasty, fc.array(nasty, { maxLength: 3 })));

test("what is written back is at most twice what was sent, once that is more than a few words", () => {
  fc.assert(
    fc.property(typed, fc.integer({ min: 0, max: 20_000 }), (sent, bytes) => {
      expect(writtenBack(typedBack(sent, bytes))).toBeLessThanOrEqual(Math.max(2 * bytes, 4096));
    }),
  );
});

test("what people write comes back whole, however it was sent", () => {
  const body = `She said "it's a fine picture", and went on: light & shadow, 3 > 2, as ever.\n`.repeat(40);
  const sent = new URLSearchParams({ body }).toString().length;
  expect(typedBack({ body, to: "/crucibles" }, sent)).toEqual({ body, to: "/crucibles" });
});

test("the longest field is the one left out", () => {
  expect(typedBack({ reason: "'".repeat(5000), to: "/here" }, 5000)).toEqual({ to: "/here" });
});
