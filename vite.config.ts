import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

function at(path: string) {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** `~/db` and `~/jobs` are rooms beside app; every other `~/` is in app. The order matters. */
export const alias = [
  { find: /^~\/(db|jobs|tests)\//, replacement: `${at("./")}$1/` },
  { find: /^~\//, replacement: at("./app/") },
];


export default defineConfig({
  resolve: { alias },
  server: { host: "127.0.0.1" },
  plugins: [
    tailwindcss(),
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
});
