import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Range, Storage } from "./storage.server";

/** Files on this machine's disk, below `root`. */
export function localStorage(root: string): Storage {
  return {
    async put(key, path) {
      const target = join(root, key);
      await mkdir(dirname(target), { recursive: true });
      await move(path, target);
    },
    read: (key, range) => read(join(root, key), range),
    async delete(keys) {
      for (const key of keys) await rm(join(root, key), { force: true });
    },
    list: (prefix) => list(root, prefix),
  };
}

// Complete and on disk under another name first: a reader never meets half a file.
async function move(from: string, to: string) {
  const beside = `${to}.part`;
  try {
    await rename(from, beside);
  } catch {
    await copyFile(from, beside); // another filesystem
  }
  const file = await open(beside, "r+");
  await file.sync();
  await file.close();
  await rename(beside, to);
}

async function read(path: string, range?: Range) {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return { body: createReadStream(path, range), size: found.size };
}

async function* list(root: string, prefix: string) {
  const folder = await opendir(join(root, prefix), { recursive: true }).catch(() => null);
  if (!folder) return;
  for await (const one of folder) {
    if (!one.isFile()) continue;
    const path = join(one.parentPath, one.name);
    const found = await stat(path).catch(() => null);
    if (found) yield { key: relative(root, path).split(sep).join("/"), modifiedAt: found.mtime };
  }
}
