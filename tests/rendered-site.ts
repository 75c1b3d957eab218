import { createRequestHandler } from "@remix-run/node";
import type { ServerBuild } from "@remix-run/node";
import * as server from "~/entry.server";
import * as root from "~/root";
import routes from "~/routes";

type Entry = (typeof routes)[number];
type Node = { id: string; parentId?: string; path?: string; index?: boolean; file: string };

/**
 * Whole pages as the server sends them: guards, loaders, views and what stands around them, without a build. Only the
 * routes in files of these names are there.
 */
export async function renderedSite(files: RegExp) {
  const nodes = (routes as Entry[]).flatMap((entry) => nodesOf(entry, "root")).filter(({ file }) => files.test(file));
  const modules = await Promise.all(
    nodes.map(
      ({ file }) => import(/* @vite-ignore */ new URL(`../app/${file}`, import.meta.url).pathname) as Promise<object>,
    ),
  );
  const manifest = [
    { id: "root", path: "", module: root },
    ...nodes.map((node, i) => ({ ...node, module: modules[i]! })),
  ];
  const build = {
    entry: { module: server },
    routes: byId(manifest),
    assets: {
      entry: { module: "", imports: [] },
      routes: byId(manifest.map(({ module: _, ...route }) => ({ ...route, ...noScript }))),
      url: "",
      version: "",
    },
    ...{ publicPath: "/", assetsBuildDirectory: "", future: {}, isSpaMode: false, mode: "test" },
  };
  const handle = createRequestHandler(build as unknown as ServerBuild, "test");
  return async (path: string, cookie = "") => {
    const request = new Request(`http://localhost:3000${path}`, { headers: { cookie } });
    const answer = await handle(request, { nonce: "n", requestId: "r", ip: "127.0.0.1" });
    return { status: answer.status, html: await answer.text() };
  };
}

const noScript = { hasAction: false, hasLoader: false, hasErrorBoundary: false, module: "", imports: [] };

function nodesOf({ id, file, path, index, children }: Entry, parentId: string): Node[] {
  const own = id ?? file.replace(/\.\w+$/, "");
  return [
    { id: own, parentId, path, index, file },
    ...((children ?? []) as Entry[]).flatMap((child) => nodesOf(child, own)),
  ];
}

function byId<T extends { id: string }>(all: T[]) {
  return Object.fromEntries(all.map((one) => [one.id, one]));
}

/** The words of a page's `main`, or of a part of it, as they are read: scripts, tags and what only holds data are gone. */
export function visibleText(html: string) {
  const plain = html
    .replace(/<(script|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
  return plain.replace(/\s+/g, " ").trim();
}

/** What is between `<main …>` and its end. */
export function mainOf(html: string) {
  return /<main\b.*<\/main>/s.exec(html)?.[0] ?? "";
}

/** The headings of a page that stand more than one level below the one before them, and a first that is not `h1`. */
export function headingsOutOfOrder(html: string) {
  const headings = [...mainOf(html).matchAll(/<h([1-6])\b.*?<\/h\1>/gs)].map(([all, level]) => ({
    level: Number(level),
    words: visibleText(all),
  }));
  return headings
    .filter(({ level }, i) => level > (headings[i - 1]?.level ?? 0) + 1)
    .map(({ level, words }) => `h${level} ${words}`);
}
