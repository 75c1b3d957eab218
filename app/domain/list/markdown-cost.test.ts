import { expect, test } from "vitest";
import { markdownFault } from "./markdown-cost";

test.each([
  ["emphasis", "_*".repeat(900)],
  ["brackets", "[ ".repeat(900)],
  ["quotes", `${">".repeat(40)} x`],
  ["spaced quotes", `${"> ".repeat(6)}x`],
  ["lists on one line", `${"- ".repeat(40)}x`],
  ["numbered lists", `${"1. ".repeat(6)}x`],
  ["lists by indentation", Array.from({ length: 20 }, (_, i) => `${"  ".repeat(i)}- x`).join("\n")],
])("too many %s are refused", (_, markdown) => expect(markdownFault(markdown)).not.toBeNull());

test.each(["Go **far**\n\n- a\n  - b\n    - c", "> > quoted\n\n1. one\n2. two", "---\n\n-5 to +5", ""])(
  "%j may stand",
  (text) => expect(markdownFault(text)).toBeNull(),
);
