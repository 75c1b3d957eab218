import { makeZip } from "client-zip";
import { openOriginal } from "~/domain/media/serving.server";
import { exportOf } from "./exporting.server";

/**
 * Everything that the site keeps about a person as a zip, made while it is read: `data.json`, and the originals of their
 * media, of which one at a time is open. Null when there is no such person.
 */
export async function archiveOf(userId: number, { now }: { now: Date }) {
  const data = await exportOf(userId, { now });
  return data && makeZip(files(userId, data, now));
}

type Export = NonNullable<Awaited<ReturnType<typeof exportOf>>>;

async function* files(userId: number, data: Export, lastModified: Date) {
  yield { name: "data.json", input: JSON.stringify(data, null, 2), lastModified };
  for (const { mediaId, fileName, type } of data.originals) {
    const file = await openOriginal(userId, mediaId);
    if (file) yield { name: `media/${mediaId}-${safeName(fileName, type)}`, input: file.body, lastModified };
  }
}

/** A name that stays in its folder on any system. */
function safeName(fileName: string, type: string) {
  const plain = fileName
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .replace(/^\.+/, "")
    .slice(-100);
  return plain || `original.${type.split("/")[1] ?? "bin"}`;
}
