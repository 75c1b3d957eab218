import sharp from "sharp";
import { expect, test } from "vitest";
import { CARD, FACE, shareCard } from "./sharing.server";

// As in the server: it says which formats may be read.
import "./process-image.server";

const plain = {
  picture: null,
  state: "Open for entries",
  title: "Quiet places",
  by: "by sienna",
  facts: [{ figure: "1,500", unit: "Buzz", label: "Prize pool" }],
};

/** How many points of a strip of a card are as light as letters are. */
async function lit(
  card: Buffer,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
) {
  const { data } = await sharp(card)
    .extract({ left, top, width, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((light) => light > 100).length;
}

test.each([
  ["a short name", "Quiet places"],
  ["the longest, in wide letters", "W".repeat(100)],
  ["one longer than any", "A long description of an image, word for word. ".repeat(9)],
  ["markup of its own", "<b>& </span><i>"],
  ["letters from right to left, and signs", "مرحبا 🎨 漢字"],
])("%s is drawn on a card of 1200 by 630, and stays in its place", async (_, title) => {
  const card = await shareCard({ ...plain, title, state: title, by: title });
  expect(await sharp(card).metadata()).toMatchObject({ format: "png", ...CARD });
  expect(await lit(card, { left: FACE.edge, top: FACE.title, width: 530, height: 200 })).toBeGreaterThan(100);
  expect(await lit(card, { left: 0, top: FACE.foot - 12, width: FACE.width, height: 10 })).toBe(0);
  expect(await lit(card, { left: FACE.width - 40, top: 0, width: 36, height: CARD.height })).toBe(0);
});

test("the words are on it", async () => {
  const cards = [
    plain,
    { ...plain, title: "Loud ones" },
    { ...plain, state: "Counting" },
    { ...plain, by: "by ochre" },
    { ...plain, facts: [] },
  ];
  const drawn = await Promise.all(cards.map(async (card) => (await shareCard(card)).toString("base64")));
  expect(new Set(drawn).size).toBe(cards.length);
});
