import sharp from "sharp";
import { expect, test } from "vitest";
import { shareCard } from "./sharing.server";

test.each([
  ["a short name", "Quiet places"],
  ["the longest, in wide letters", "W".repeat(100)],
  ["markup of its own", "<b>& </span><i>"],
  ["letters from right to left, and signs", "مرحبا 🎨 漢字"],
])("%s is drawn on a card of 1200 by 630", async (_, title) => {
  const card = await sharp(await shareCard({ picture: null, title, line: "1,500 Buzz" })).metadata();
  expect(card).toMatchObject({ format: "png", width: 1200, height: 630 });
});

test("the words are on it", async () => {
  const [one, other] = await Promise.all(["Quiet places", "Loud ones"].map((title) => shareCard({ picture: null, title, line: "x" })));
  expect(one!.equals(other!)).toBe(false);
});
