import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import type { Plugin, Rollup } from "vite";

function at(path: string) {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** `~/db` and `~/jobs` are folders beside app; every other `~/` is in app. The order matters. */
export const alias = [
  { find: /^~\/(db|jobs|tests)\//, replacement: `${at("./")}$1/` },
  { find: /^~\//, replacement: at("./app/") },
];

/** Remix brings turbo-stream to every page, and calls it with single fetch only. */
const withoutSingleFetch: Plugin = {
  name: "without-single-fetch",
  enforce: "pre",
  load: (id) =>
    id.includes("/node_modules/turbo-stream/") ? "export const decode = undefined, encode = undefined;" : undefined,
};

/** From how many pages on a part is worth a place in the file that all of them load. */
const MANY = 16;
const CONFORM = "/node_modules/@conform-to/";

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias },
  server: { host: "127.0.0.1" },
  build: { rollupOptions: isSsrBuild ? {} : { output: { manualChunks: fewFiles } } },
  plugins: [
    tailwindcss(),
    withoutSingleFetch,
    remix({
      // Single fetch and lazy route discovery stay off: open advisories sit in both.
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
}));

/**
 * Forty small scripts cost a slow line more than they spare it: what many pages use is one file, forms another, React and
 * Remix a third.
 */
function fewFiles(id: string, { getModuleInfo }: Rollup.ManualChunkMeta) {
  if (/\/node_modules\/(react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|@remix-run)\//.test(id))
    return "remix";
  if (id.includes(CONFORM)) return "forms";
  // Sentences go with the pages that say them, not with every page.
  if (/(?<!theme|standing)-words\.ts$/.test(id)) return undefined;
  if (!/\/(app\/(ui|domain)|db\/schema)\//.test(id) || pagesWith(id, getModuleInfo) < MANY) return undefined;
  return getModuleInfo(id)!.importedIds.some((one) => one.includes(CONFORM)) ? "forms" : "parts";
}

/** What the root imports is in all of them. */
function pagesWith(id: string, getModuleInfo: Rollup.GetModuleInfo, seen = new Set<string>()): number {
  if (seen.has(id)) return 0;
  seen.add(id);
  if (id.includes("/app/routes/")) return 1;
  if (id.includes("/app/root.tsx")) return MANY;
  return (getModuleInfo(id)?.importers ?? []).reduce((sum, one) => sum + pagesWith(one, getModuleInfo, seen), 0);
}
