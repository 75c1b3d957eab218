import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { CARD, FACE, FONTS, cardBlank, cardFace, escaped } from "./card-face";
import type { Fact } from "./card-face";
import { stranger } from "./levels";
import { openFile } from "./serving.server";

type Card = {
  /** The address of a published picture; null for none. Left out where not everyone may see it. */
  picture: string | null;
  /** How it stands, above the title. */
  state: string;
  title: string;
  /** Whose it is, under the title. */
  by: string;
  /** Two figures at the foot. */
  facts: readonly Fact[];
};

// The first at which all of it fits; the last holds a hundred of the widest letters.
const SIZES = [66, 56, 46, 36, 27];
const BY = 26;
const LONGEST = { title: 100, line: 42 };

/** A PNG of 1200 by 630 to stand for a page elsewhere: words at the left, at the right a picture that everyone may see. */
export async function shareCard({ picture, state, title, by, facts }: Card) {
  const file = picture ? await openToAll(picture) : null;
  const sight = { width: CARD.width - FACE.width, height: CARD.height };
  const heading = await headline(title);
  const layers = [
    { input: Buffer.from(cardFace({ state: cut(state, LONGEST.line), facts })), left: 0, top: 0 },
    { input: await sharp(file ?? Buffer.from(cardBlank())).resize({ ...sight, fit: "cover" }).toBuffer(), left: FACE.width, top: 0 },
    { input: heading.data, left: FACE.edge, top: FACE.title },
    { input: (await words(cut(by, LONGEST.line), BY, "#c1c2c5")).data, left: FACE.edge, top: FACE.title + heading.info.height + 22 },
  ];
  const ground = sharp({ create: { ...CARD, channels: 3, background: "#1a1b1e" } });
  return ground.composite(layers).png({ palette: true, effort: 4 }).toBuffer();
}

async function openToAll(address: string) {
  const [, key = "", name = ""] = /^\/m\/(\w+)\/([\w.]+)$/.exec(address) ?? [];
  const file = await openFile(stranger, { key, name });
  return file ? buffer(file.body) : null;
}

/** The title as large as leaves room for the line under it. */
async function headline(title: string) {
  const most = FACE.foot - FACE.title - 2 * BY;
  for (const size of SIZES) {
    const drawn = await words(cut(title, LONGEST.title), size, "#ffffff", "bold");
    if (drawn.info.height <= most || size === SIZES.at(-1)) return drawn;
  }
  throw new Error("There is a last size");
}

function words(text: string, size: number, colour: string, weight = "") {
  const markup = `<span foreground="${colour}" insert_hyphens="false">${escaped(text)}</span>`;
  const font = `${FONTS.join(",")},sans ${weight} ${size}`;
  const width = FACE.width - 2 * FACE.edge;
  return sharp({ text: { text: markup, font, rgba: true, dpi: 72, width, wrap: "word-char" } }).png().toBuffer({ resolveWithObject: true });
}

function cut(text: string, most: number) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
}
