import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { stranger } from "./levels";
import { openFile } from "./serving.server";

const [WIDTH, HEIGHT, EDGE] = [1200, 630, 60];
const GROUND = "#1a1b1e";

type Card = {
  /** The address of a published picture; left out where not everyone may see it. */
  picture: string | null;
  title: string;
  /** A line under it. */
  line: string;
};

/** A PNG of 1200 by 630 to stand for a page elsewhere: a picture that everyone may see, darker at its foot, with words on it. */
export async function shareCard({ picture, title, line }: Card) {
  const file = picture ? await openToAll(picture) : null;
  const ground = file ? sharp(file).resize(WIDTH, HEIGHT, { fit: "cover" }) : plain(WIDTH, HEIGHT, GROUND);
  const [heading, below] = [await words(title, 46, "#ffffff", 2), await words(line, 24, "#fcc02e", 1)];
  const top = HEIGHT - EDGE - below.height - 18 - heading.height;
  const shade = await plain(WIDTH, HEIGHT - top + EDGE / 2, "rgba(16, 17, 19, 0.82)").png().toBuffer();
  const layers = [
    { input: shade, left: 0, top: top - EDGE / 2 },
    { input: heading.data, left: EDGE, top },
    { input: below.data, left: EDGE, top: HEIGHT - EDGE - below.height },
  ];
  return ground.composite(layers).png({ compressionLevel: 9 }).toBuffer();
}

async function openToAll(address: string) {
  const [, key = "", name = ""] = /^\/m\/(\w+)\/([\w.]+)$/.exec(address) ?? [];
  const file = await openFile(stranger, { key, name });
  return file ? buffer(file.body) : null;
}

function plain(width: number, height: number, background: string) {
  return sharp({ create: { width, height, channels: 4, background } });
}

/** A few lines of text as a picture; what does not fit into `lines` is cut. */
async function words(text: string, size: number, colour: string, lines: number) {
  const most = Math.floor(((WIDTH - 2 * EDGE) / size) * 1.7) * lines;
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const markup = `<span foreground="${colour}">${escaped(cut)}</span>`;
  const image = sharp({ text: { text: markup, font: `sans bold ${size}`, rgba: true, dpi: 72, width: WIDTH - 2 * EDGE, wrap: "word-char" } });
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  const room = { left: 0, top: 0, width: info.width, height: Math.min(info.height, Math.ceil(size * 1.3 * lines)) };
  return { data: await sharp(data).extract(room).png().toBuffer(), height: room.height };
}

// Pango reads markup.
function escaped(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
