import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import type { OverlayOptions } from "sharp";
import { logo } from "./card-logo";
import { drawFigure, drawLine, drawText } from "./card-text.server";
import type { Drawn } from "./card-text.server";
import { guest } from "./content-ratings";
import { openFile } from "./serving.server";

export type Fact = { figure: string; unit?: string; label: string; gold?: boolean };

export type Card = {
  /** The address of a published picture; null for none. Left out where not everyone may see it. */
  picture: string | null;
  /** How it stands, above the title. */
  state: string;
  title: string;
  /** Whose it is, under the title. */
  by: string;
  /** Up to two figures at the foot. */
  facts: readonly Fact[];
};

export const CARD = { width: 1200, height: 630 };

/** The words' side, in pixels; the rest is the picture's. */
export const FACE = { width: 660, edge: 64, title: 218, foot: 486 };

// The site's dark colors.
const [GROUND, SURFACE, LINE] = ["#1a1b1e", "#25262b", "#373a40"];
const [TEXT, SECOND, THIRD, GOLD] = ["#ffffff", "#c1c2c5", "#9b9da2", "#fcc02e"];

const INNER = FACE.width - 2 * FACE.edge;
const COLUMN = 340;
const LONGEST = 100;

// The first at which all of it fits; the last holds a hundred of the widest letters.
const SIZES = [66, 56, 46, 36, 27];

/** A PNG of 1200 by 630 to stand for a page elsewhere: words at the left, at the right a picture that everyone may see. */
export async function shareCard({ picture, state, title, by, facts }: Card) {
  const heading = await headline(title);
  const foot = await Promise.all(facts.map((fact, i) => factFooter(fact, FACE.edge + i * COLUMN)));
  const layers = [
    { input: await sharp(logo).resize(56).toBuffer(), left: FACE.edge, top: 56 },
    at(await drawLine("Crucible", { size: 32, color: TEXT, bold: true, width: 300 }), FACE.edge + 74, 72),
    at(await drawLine(state, { size: 25, color: SECOND, width: INNER }), FACE.edge, 166),
    at(heading, FACE.edge, FACE.title),
    at(await drawLine(by, { size: 26, color: SECOND, width: INNER }), FACE.edge, FACE.title + heading.height + 24),
    { input: plane(INNER, 2, LINE), left: FACE.edge, top: FACE.foot },
    ...(await sight(picture)),
    ...foot.flat(),
  ];
  const ground = sharp({ create: { ...CARD, channels: 3, background: GROUND } });
  return ground.composite(layers).png({ palette: true, effort: 4 }).toBuffer();
}

/** The title as large as leaves room for the line under it. */
async function headline(title: string) {
  const cut = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
  for (const size of SIZES) {
    const drawn = await drawText(cut, { size, color: TEXT, bold: true, width: INNER });
    if (FACE.title + drawn.height + 70 < FACE.foot || size === SIZES.at(-1)) return drawn;
  }
  throw new Error("No card size left to try");
}

async function factFooter({ figure: said, unit = "", label, gold }: Fact, left: number) {
  const above = await drawFigure(said, unit, { size: 46, color: gold ? GOLD : TEXT, bold: true, width: INNER });
  const below = await drawLine(label.toUpperCase(), { size: 18, color: THIRD, bold: true, width: INNER });
  return [at(above, left, FACE.foot + 28), at(below, left, FACE.foot + 82)];
}

/** The picture, as much of it as fills its side, else the mark. */
async function sight(picture: string | null): Promise<OverlayOptions[]> {
  const [width, height, size] = [CARD.width - FACE.width, CARD.height, 160];
  const file = picture ? await openToAll(picture) : null;
  if (file)
    return [{ input: await sharp(file).resize({ width, height, fit: "cover" }).toBuffer(), left: FACE.width, top: 0 }];
  const middle = { left: FACE.width + (width - size) / 2, top: (height - size) / 2 };
  return [
    { input: plane(width, height, SURFACE), left: FACE.width, top: 0 },
    { input: logo, ...middle },
  ];
}

async function openToAll(address: string) {
  const [, key = "", name = ""] = /^\/m\/(\w+)\/([\w.]+)$/.exec(address) ?? [];
  const file = await openFile(guest, { key, name });
  return file ? buffer(file.body) : null;
}

function at({ input }: Drawn, left: number, top: number) {
  return { input, left, top };
}

function plane(width: number, height: number, background: string) {
  return { create: { width, height, channels: 3 as const, background } };
}
