import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, inject } from "vitest";
import { closeDatabase, handle, openDatabase } from "~/db/client";

/** Gives every test of the file a fresh migrated database of its own, open for reading and for `write`. */
export function useDatabase() {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "crucible-test-"));
    const file = join(folder, "crucible.db");
    copyFileSync(inject("template"), file);
    openDatabase(file);
    handle().writer.pragma("synchronous = OFF"); // nobody pulls the plug on this one
  });

  afterEach(() => {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });

  return { folder: () => folder };
}
