import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

type Built = {
  id: string;
  parentId?: string;
  path?: string;
  module: { loader?: unknown; action?: unknown; default?: unknown };
};

/** An address of the site: its pattern, whether it can be looked at and posted to, and the routes that answer. */
export type Address = { pattern: string; get: boolean; post: boolean; ids: string[] };

/** Every address that the built site has, from the build itself: a route that somebody adds is in here. */
export async function addresses(): Promise<Address[]> {
  const { routes } = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as {
    routes: Record<string, Built>;
  };
  const found = new Map<string, Address>();
  for (const route of Object.values(routes)) {
    if (route.id === "root") continue;
    const pattern = patternOf(route, routes);
    const known = found.get(pattern) ?? { pattern, get: false, post: false, ids: [] };
    known.get ||= Boolean(route.module.loader) || (Boolean(route.module.default) && !route.module.action);
    known.post ||= Boolean(route.module.action);
    known.ids.push(route.id);
    found.set(pattern, known);
  }
  return [...found.values()];
}

function patternOf(route: Built, routes: Record<string, Built>): string {
  const above = route.parentId && route.parentId !== "root" ? patternOf(routes[route.parentId]!, routes) : "";
  const own = (route.path ?? "").replace(/\/?:\w+\?$/, "");
  return `${above}/${own}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
}
