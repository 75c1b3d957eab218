import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reader } from "./client";
import { users } from "./schema/account";
import { draw } from "./seed/art";
import { runDemoContests } from "./seed/contests";
import { pieces } from "./seed/pieces";
import { talkAbout } from "./seed/talk";
import { write } from "./write";
import { hashPassword } from "~/domain/account/passwords.server";
import { signUp } from "~/domain/account/signing-up.server";
import { upload } from "~/domain/media/uploading.server";

/** How to sign in to the demo: any of these names, the first one being the admin. */
export const demoPeople = ["keeper", "cobalt", "ochre", "umber", "sienna", "viridian", "indigo"];
export const DEMO_PASSWORD = "crucible-demo";

type Demo = { now: Date; grant: number; folder: string };

/** Fills a database that holds nobody with people, pictures and contests to look at. Any other database is left alone. */
export async function seedDemo({ now, grant, folder }: Demo) {
  if ((await reader().$count(users)) > 0) return false;
  console.log("Creating the demo. This takes a moment…");
  const born = new Date(now.getTime() - 3 * 86_400_000);
  const people = await makePeople(born, grant);
  const works = await makeWorks(people, born, folder);
  await runDemoContests({ people, works, now });
  await talkAbout(works, people, new Date(now.getTime() - 1_800_000));
  return true;
}

async function makePeople(now: Date, grant: number) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ids = [];
  for (const username of demoPeople) {
    const person = { username, email: `${username}@demo.invalid`, passwordHash, grant, now };
    const born = await write((tx) => signUp(tx, person));
    if (born.ok) ids.push(born.userId);
  }
  return ids;
}

async function makeWorks(people: number[], now: Date, folder: string) {
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
