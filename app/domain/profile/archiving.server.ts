import { makeZip } from "client-zip";
import { archives, exportPersonalData } from "./exporting.server";

/**
 * Everything that the site keeps about a person as a zip, made while it is read: `data.json`, and the originals of their
 * media, of which one at a time is open. Null when there is no such person.
 */
export async function buildArchive(userId: number, { now }: { now: Date }) {
  const data = await exportPersonalData(userId, { now });
  return data && makeZip(files(userId, data, now));
}

async function* files(userId: number, data: Record<string, unknown>, lastModified: Date) {
  yield { name: "data.json", input: JSON.stringify(data, null, 2), lastModified };
  for (const archive of archives)
    for await (const { name, body } of archive.files?.(userId) ?? []) yield { name, input: body, lastModified };
}
