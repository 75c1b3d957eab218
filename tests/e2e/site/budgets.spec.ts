import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "playwright/test";

// Kilobytes are 1,024 bytes, gzipped one file at a time, as they are served. What pages take in a browser: npm run bench:pages.
const SCRIPT_LIMITS: Record<string, number> = {
  "routes/crucible/discovery": 100,
  "routes/crucible/judge": 110,
  "routes/crucible/entries": 110,
  "routes/crucible/leaderboard": 112,
  "routes/crucible/mine": 110,
  "routes/crucible/rules": 110,
  "routes/crucible/discussion": 122,
  "routes/crucible/submit": 105,
  "routes/crucible/wizard-basics": 105,
  "routes/crucible/wizard-entry": 110,
  "routes/crucible/wizard-prizes": 110,
  "routes/crucible/wizard-review": 105,
  "routes/challenge/challenges": 100,
  "routes/challenge/entries": 110,
  "routes/challenge/results": 110,
  "routes/challenge/mine": 110,
  "routes/challenge/rules": 110,
  "routes/challenge/discussion": 122,
  "routes/challenge/submit": 105,
  "routes/media/library": 102,
  "routes/media/media": 102,
  "routes/profile/profile": 102,
  "routes/profile/leaderboard": 102,
  "routes/wallet/wallet": 102,
  "routes/notification/notifications": 102,
  "routes/account/sign-in": 107,
  "routes/account/sign-up": 107,
};
/** Settings, moderation, and what is seldom opened. */
const OTHER_SCRIPTS = 115;
const STYLES = 35;
/** The list of all routes, which every page loads beside its own scripts. */
const ROUTE_LIST = 6;

type Route = { id: string; parentId?: string; module: string; imports?: string[]; css?: string[] };
type Manifest = { entry: { module: string; imports: string[] }; routes: Record<string, Route> };

const built = readdirSync("build/client/assets").map((name) => `/assets/${name}`);
const manifestFile = built.find((name) => /manifest-.*\.js$/.test(name))!;

function readManifest(): Manifest {
  return JSON.parse(
    readFileSync(`build/client${manifestFile}`, "utf8").replace(/^window\.__remixManifest=|;$/g, ""),
  ) as Manifest;
}

function size(files: Iterable<string>) {
  return (
    [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(`build/client${file}`)).length, 0) / 1024
  );
}

/** A route with those around it, and so all that its page loads at once. */
function lineOf({ routes }: Manifest, route: Route): Route[] {
  return route.parentId ? [...lineOf({ routes } as Manifest, routes[route.parentId]!), route] : [route];
}

test("every page stays within its script and style budget", () => {
  const manifest = readManifest();
  const figures = Object.values(manifest.routes).map((route) => {
    const line = lineOf(manifest, route);
    const scripts = [manifest.entry, ...line].flatMap(({ module, imports = [] }) => [module, ...imports]);
    return {
      route: route.id,
      js: size(scripts),
      css: size([...sharedStyles(), ...line.flatMap(({ css = [] }) => css)]),
    };
  });
  for (const { route, js, css } of figures.sort((a, b) => b.js - a.js)) {
    console.log(`${route}: ${js.toFixed(1)} KB of script, ${css.toFixed(1)} KB of style`);
    expect.soft(js, `${route}, script`).toBeLessThanOrEqual(SCRIPT_LIMITS[route] ?? OTHER_SCRIPTS);
    expect.soft(css, `${route}, style`).toBeLessThanOrEqual(STYLES);
  }
  expect(size([manifestFile]), "list of routes").toBeLessThanOrEqual(ROUTE_LIST);
  const routes = figures.map(({ route }) => route);
  expect(Object.keys(SCRIPT_LIMITS).filter((route) => !routes.includes(route))).toEqual([]);
});

test("form validation code stays on the server", () => {
  expect(
    built.filter((name) => name.endsWith(".js") && readFileSync(`build/client${name}`, "utf8").includes("ZodError")),
  ).toEqual([]);
});

/** The sheet of the root, which the manifest does not name. */
function sharedStyles() {
  return built.filter((name) => /\/app-.*\.css$/.test(name));
}
