import { storageKey } from "./files";
import { storage } from "./storage.server";

/** Deletes every stored file of media by their keys, after the commit that let go of them. */
export async function removeFiles(keys: string[]) {
  for (const key of keys) {
    const files = [];
    for await (const file of storage().list(storageKey(key, ""))) files.push(file.key);
    await storage().delete(files);
  }
}
