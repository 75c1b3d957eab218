import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
  }
}

/** One migrated file for the whole run; each test starts from a copy of it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "crucible-template-"));
  const template = join(folder, "template.db");
  await migrateDatabase({ file: template });
  project.provide("template", template);
  return () => rmSync(folder, { recursive: true, force: true });
}
