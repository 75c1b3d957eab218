import { expect, test } from "vitest";
import { xmpField } from "./xmp";

test("a field is found as an attribute, as an element, and as the item of a list", () => {
  expect(xmpField(`<rdf:Description xmp:CreatorTool="Draw Things">`, "xmp:CreatorTool")).toBe("Draw Things");
  expect(xmpField(`<xmp:CreatorTool>Draw Things</xmp:CreatorTool>`, "xmp:CreatorTool")).toBe("Draw Things");
  const list = `<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{&quot;c&quot;:1}</rdf:li></rdf:Alt></exif:UserComment>`;
  expect(xmpField(list, "exif:UserComment")).toBe(`{"c":1}`);
});

test("entities are undone once, and impossible ones left", () => {
  expect(xmpField("<a>&amp;lt;&#xA;&#128512;&#x110000;</a>", "a")).toBe("&lt;\n😀&#x110000;");
});

test("a field that is not there or never ends is none", () => {
  expect(xmpField("<a>", "b")).toBeUndefined();
  expect(xmpField("<a>text", "a")).toBeUndefined();
});
