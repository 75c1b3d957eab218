import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { draw } from "./drawing/art";
import { pieces } from "./drawing/pieces";
import { upload } from "~/domain/media/uploading.server";

/** The demo’s pictures, drawn and uploaded, each by one of its people in turn. */
export async function makeMedia(people: number[], now: Date, folder: string) {
  const scratch = await mkdtemp(join(folder, "demo-"));
  const works = [];
  for (const [i, piece] of pieces.entries()) {
    const name = `${piece.title.toLowerCase().replaceAll(/\W+/g, "-")}.png`;
    const path = join(scratch, name);
    await writeFile(path, await draw(piece));
    const { size } = await stat(path);
    const ownerId = people[i % people.length]!;
    const arrival = { path, name, bytes: size, tooLarge: false };
    const taken = await upload({ ownerId, arrival, level: 1, alt: piece.title, now });
    if (!taken.ok) throw new Error(`The demo's ${name} was rejected: ${taken.reason}.`);
    works.push({ mediaId: taken.mediaId, ownerId, care: piece.care });
  }
  await rm(scratch, { recursive: true, force: true });
  return works;
}
