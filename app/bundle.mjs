// Bundles the server beside the pages: `remix vite:build` builds those alone.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

await build({
  entryPoints: {
    server: "app/server.ts",
    "ranking-worker": "app/domain/crucible/ranking-worker.server.ts",
    "checking-worker": "app/domain/wallet/checking-worker.server.ts",
    "remuxing-worker": "app/domain/media/remuxing-worker.server.ts",
    "restore-drill": "jobs/restore-drill.ts",
    "move-media": "jobs/move-media.ts",
    "copying-worker": "db/copying-worker.ts",
    "start-replicated": "db/start-replicated.ts",
  },
  outdir: "build",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22.12",
  packages: "external",
  sourcemap: true,
  sourcesContent: false,
  external: ["./web/server/development.server"],
  logLevel: "warning",
});
// Scripts and styles are served as small as they get.
for (const name of readdirSync("build/client/assets").filter((file) => /\.(js|css)$/.test(file))) {
  const path = `build/client/assets/${name}`;
  const content = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(content));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
writeFileSync("build/built-at", new Date().toISOString());
