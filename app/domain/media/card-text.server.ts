import sharp from "sharp";

export type Drawn = { input: Buffer; height: number };

type Style = { size: number; color: string; bold?: boolean; width: number };

const FONTS = "Liberation Sans,DejaVu Sans,sans";

/** Words as a picture, broken into as many lines as they need, inside of words where they must. */
export async function drawText(text: string, style: Style): Promise<Drawn> {
  return draw(escaped(text), style);
}

/** One line of words; what does not fit is cut off. */
export async function drawLine(text: string, style: Style): Promise<Drawn> {
  const { input, height } = await draw(escaped(text), style);
  const most = Math.ceil(style.size * 1.3);
  if (height <= most) return { input, height };
  const { width } = await sharp(input).metadata();
  return { input: await sharp(input).extract({ left: 0, top: 0, width, height: most }).toBuffer(), height: most };
}

/** A figure, and its unit smaller after it. */
export async function drawFigure(text: string, unit: string, style: Style): Promise<Drawn> {
  return draw(`${escaped(text)} <span size="52%" weight="normal">${escaped(unit)}</span>`, style);
}

async function draw(markup: string, { size, color, bold, width }: Style) {
  const text = `<span foreground="${color}" insert_hyphens="false">${markup}</span>`;
  const font = `${FONTS} ${bold ? "bold" : ""} ${size}`;
  const image = sharp({ text: { text, font, rgba: true, dpi: 72, width, wrap: "word-char" } });
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  return { input: data, height: info.height };
}

// Pango reads markup.
function escaped(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
