import { reader } from "./client";
import { users } from "./schema/account";
import { makePeople } from "./seed/account";
import * as modules from "./seed/all";
import type { DemoPart } from "./seed/demo";
import { makeMedia } from "./seed/media";

type Demo = { now: Date; grant: number; folder: string };

/** Fills a database that holds nobody with people, pictures and contests to look at. Any other database is left alone. */
export async function seedDemo({ now, grant, folder }: Demo) {
  if ((await reader().$count(users)) > 0) return false;
  console.log("Creating the demo. This takes a moment…");
  const born = new Date(now.getTime() - 3 * 86_400_000);
  const people = await makePeople(born, grant);
  const works = await makeMedia(people, born, folder);
  const parts: DemoPart[] = Object.values(modules);
  for (const part of parts.sort((a, b) => a.order - b.order)) await part.run({ people, works, now });
  return true;
}
