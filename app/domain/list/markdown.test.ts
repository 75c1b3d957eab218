import { expect, test } from "vitest";
import { descriptionHtml, descriptionText } from "./markdown";

test("emphasis, lists and links are drawn, and links vouch for nobody", () => {
  expect(descriptionHtml("Go **far**\n\n- no text")).toBe(
    "<p>Go <strong>far</strong></p>\n<ul>\n<li>no text</li>\n</ul>",
  );
  expect(descriptionHtml("[a](https://example.org)")).toBe(
    '<p><a rel="nofollow ugc noopener noreferrer" href="https://example.org">a</a></p>',
  );
});

test.each([
  ["a tag", "<script>alert(1)</script>"],
  ["a tag within a line", "x <img src=x onerror=alert(1)> y"],
  ["a script behind a link", "[x](javascript:alert(1))"],
  ["a script behind an autolink", "<javascript:alert(1)>"],
  ["an image", "![x](https://example.org/x.png)"],
  ["a heading", "# One\n\nTwo\n==="],
  ["a quote that leaves its attribute", '[x](https://e.org/"onmouseover="alert(1))'],
])("%s never gets into the page", (_, markdown) => {
  expect(descriptionHtml(markdown)).not.toMatch(/<(script|img|h1|h2)|href="javascript|"\s*onmouseover=/i);
});

test("as plain words it has no marks, is one line, and is cut between words", () => {
  expect(descriptionText("Go **far** & <b>\n\n- no `text`\n- no frames\n\nAnd _so_ on")).toBe(
    "Go far & <b>: no text, no frames. And so on",
  );
  expect(descriptionText("one two three", 9)).toBe("one two…");
  expect(descriptionText("")).toBe("");
});

test("lines typed with Enter stay lines, and code keeps its own", () => {
  expect(descriptionHtml("one\ntwo\n\n- a\n  b\n- c")).toBe(
    "<p>one<br />\ntwo</p>\n<ul>\n<li>a<br />\nb</li>\n<li>c</li>\n</ul>",
  );
  expect(descriptionHtml("```\na\nb\n```")).not.toContain("<br");
  expect(descriptionText("one\ntwo")).toBe("one two");
});
