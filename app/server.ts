import { serve } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { closeDatabase, openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import { writesDone } from "~/db/write";
import { createSite } from "./web/site.server";
import { env } from "./web/env.server";
import { logger } from "./web/log.server";

/** Starts everything in this process, in this order; see docs/runbook.md. */
async function start() {
  const settings = env();
  mkdirSync(settings.DATA_DIR, { recursive: true });
  const file = join(settings.DATA_DIR, "crucible.db");
  await migrateDatabase({ file, backup: join(settings.DATA_DIR, "before-migration.db") });
  openDatabase(file);

  const pages = settings.NODE_ENV === "development" ? await developedPages() : await builtPages();
  const site = createSite(pages);
  const server = serve({ fetch: site.fetch, port: settings.PORT, hostname: settings.HOST, ...pages.server }, ({ port }) =>
    console.log(`Crucible is at ${settings.APP_URL ?? `http://localhost:${port}`}`),
  );
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(server));
}

async function stop(server: ServerType) {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await writesDone();
  closeDatabase();
  logger.info("stopped");
  process.exit(0);
}

async function builtPages() {
  const build = (await import(new URL("./server/index.js", import.meta.url).href)) as ServerBuild;
  return { build, server: {} };
}

async function developedPages() {
  const { developmentPages } = await import("./web/development.server");
  return developmentPages();
}

start().catch((error: unknown) => {
  console.error(error instanceof Error && error.message.startsWith("Wrong settings") ? error.message : error);
  process.exit(1);
});
