import type { RouteConfigEntry } from "@remix-run/route-config";
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

// Every address of the site: the routes.ts of each module's folder, which has a line in the access.ts beside it. Read when the
// site is built, and by tests.
const folder = resolve("app/routes");
const files = readdirSync(folder).map((module) => resolve(folder, module, "routes.ts"));
const modules = await Promise.all(
  files.filter((file) => existsSync(file)).map((file) => import(/* @vite-ignore */ file) as Promise<Module>),
);

type Module = { routes: RouteConfigEntry[] };

export default modules.flatMap(({ routes }) => routes);
