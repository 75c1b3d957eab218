// Bundles the server beside the pages: `remix vite:build` builds those alone.
import { build } from "esbuild";
import { writeFileSync } from "node:fs";

await build({
  entryPoints: {
    server: "app/server.ts",
    "ranking-worker": "app/domain/crucible/ranking-worker.server.ts",
    "remuxing-worker": "app/domain/media/remuxing-worker.server.ts",
    "restore-drill": "jobs/restore-drill.ts",
    "copying-thread": "db/copying-thread.ts",
    "start-replicated": "db/start-replicated.ts",
  },
  outdir: "build",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  external: ["./web/development.server"],
  logLevel: "warning",
});
writeFileSync("build/built-at", new Date().toISOString());
