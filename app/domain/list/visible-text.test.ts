import { expect, test } from "vitest";
import { isVisible, textFault } from "./visible-text";

test.each(["\u3164", "\u2800", "\u200b\u200d", "\u00ad", "\ufe0f", "\u{e0061}", " \u0301", ""])(
  "%j draws nothing",
  (text) => expect(isVisible(text)).toBe(false),
);

test.each(["夏の夜", "हिन्दी", "ภาษาไทยที่นี่", "Łódź", "👩‍👩‍👧", "עברית", "Tiếng Việt", "한국어"])(
  "%s can be seen and may stand, composed or not",
  (text) => {
    expect(isVisible(text)).toBe(true);
    expect(textFault(text)).toBeNull();
    expect(textFault(text.normalize("NFD"))).toBeNull();
  },
);

test.each(["a\u202eb", "\u2066x", "a\u3164b", "a\u2800b", `z${"\u0335".repeat(5)}`])("%j is refused", (text) =>
  expect(textFault(text)).not.toBeNull(),
);

test("four marks may stand", () => expect(textFault(`z${"\u0335".repeat(4)}`)).toBeNull());
