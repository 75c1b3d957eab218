import { expect, test } from "vitest";
import { linkSegments } from "./links";

function hrefs(body: string) {
  return linkSegments(body).flatMap(({ href }) => href ?? []);
}

test("an address is cut out of its sentence, without the sentence's own marks", () => {
  expect(linkSegments("See https://example.org/a?b=1&c=2. Good!")).toEqual([
    { text: "See ", href: null },
    { text: "https://example.org/a?b=1&c=2", href: "https://example.org/a?b=1&c=2" },
    { text: ". Good!", href: null },
  ]);
  expect(hrefs("(https://example.org/x)")).toEqual(["https://example.org/x"]);
  expect(hrefs("https://example.org/Fire_(element)")).toEqual(["https://example.org/Fire_(element)"]);
});

test("only the web is linked", () => {
  for (const body of [
    "javascript:alert(1)",
    "data:text/html,x",
    "JaVaScRiPt:https:",
    "https://user:pass@example.org/",
    "https://localhost/",
    "https://",
    "http://%zz",
    "ftp://example.org",
    "example.org",
  ]) {
    expect(hrefs(body), body).toEqual([]);
  }
});

test("nothing of a comment is lost or added, whatever it says", () => {
  const bodies = [
    "",
    "https://a.b",
    "a\u202ehttps://example.org/\u202egnp.exe",
    "<https://example.org/>",
    '"https://example.org/"onload=',
    "x".repeat(1000),
  ];
  for (const body of [...bodies, ")".repeat(1000), "https://e.org/" + ")".repeat(900), "https://".repeat(120)]) {
    expect(
      linkSegments(body)
        .map(({ text }) => text)
        .join(""),
    ).toBe(body);
  }
  expect(hrefs("a https://example.org/\u202egnp.exe")).toEqual(["https://example.org/"]);
  expect(hrefs('"https://example.org/"onload=')).toEqual(["https://example.org/"]);
});
