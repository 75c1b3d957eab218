import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draw } from "../db/seed/drawing/art";
import { pieces } from "../db/seed/drawing/pieces";

/** Where sample media lie that are no part of the project. */
const corpus = process.env.MEDIA_CORPUS ?? "../shared/media";

/** Paths of `many` different pictures to upload: photographs of the corpus, else drawn ones. */
export async function photos(many: number) {
  const folder = join(corpus, "photo");
  if (!existsSync(folder)) return drawn(many);
  const names = readdirSync(folder)
    .filter((name) => /\.(jpe?g|webp)$/.test(name))
    .sort();
  return names.slice(0, many).map((name) => join(folder, name));
}

async function drawn(many: number) {
  console.log(`no sample photographs at ${corpus}: using drawn ones`);
  const folder = join(tmpdir(), "crucible-drawn");
  mkdirSync(folder, { recursive: true });
  const paths = [];
  for (const [i, piece] of pieces.slice(0, many).entries()) {
    const path = join(folder, `${i}.png`);
    if (!existsSync(path)) writeWhole(path, await draw(piece));
    paths.push(path);
  }
  return paths;
}

/** Others may look for the file at the same moment: it is there whole or not at all. */
function writeWhole(path: string, bytes: Buffer) {
  const part = `${path}.${process.pid}`;
  writeFileSync(part, bytes);
  renameSync(part, path);
}
