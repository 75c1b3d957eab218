import { createServer as createHttpServer } from "node:http";
import type { RequestListener } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";

/** Pages that reload as their sources change; Vite answers for its own files, the site for the rest. */
export async function developmentPages() {
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>,
    server: {
      createServer: (_options: unknown, site?: RequestListener) =>
        createHttpServer((request, response) => vite.middlewares(request, response, () => site?.(request, response))),
    },
  };
}
