import type { Readable } from "node:stream";
import { processSingleton } from "~/db/singleton";

/** A part of a file, both ends included, in bytes. */
export type Range = { start: number; end: number };

/** The store cannot be reached, or refuses us; it may be back in a minute. */
export class StoreDown extends Error {
  override name = "StoreDown";

  /** Whether the store did answer, and said no: waiting will not help. */
  get refused() {
    const status =
      (this.cause as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode ?? 0;
    return status >= 400 && status < 500;
  }
}

/** Whether this is `StoreDown`. The server's bundle and the pages' have a class each: only the name is the same. */
export function isStoreDown(error: unknown): error is StoreDown {
  return error instanceof Error && error.name === "StoreDown";
}

/** Where files are kept. Keys are paths of our own making: `media/ab/ab12…/800.webp`. Everything may throw `StoreDown`. */
export interface Storage {
  /** Puts a finished local file there, whole or not at all. The local file may be moved away. */
  put(key: string, path: string, type: string): Promise<void>;
  /** The bytes, or null when there is no such key. A range behind the end gives none. */
  read(key: string, range?: Range): Promise<{ body: Readable; size: number } | null>;
  delete(keys: string[]): Promise<void>;
  /** Every key below a prefix with its age; for the sweep of orphans. */
  list(prefix: string): AsyncIterable<{ key: string; modifiedAt: Date }>;
}

const chosen: { storage: Storage | null } = processSingleton("media-storage", () => ({ storage: null }));

/** Said once, by the composition root. */
export function setStorage(storage: Storage) {
  chosen.storage = storage;
}

export function storage(): Storage {
  if (!chosen.storage) throw new Error("No media storage is configured.");
  return chosen.storage;
}
