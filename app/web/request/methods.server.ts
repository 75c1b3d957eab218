import type { MiddlewareHandler } from "hono";
import { plainPage } from "../response/plain-page.server";
import type { Site } from "../server/site.server";
import type { Access, AccessTable } from "./access";
import { routedPath } from "./path";

type Pattern = { parts: string[]; access: Access };

/**
 * Answers what an address doesn’t take: a GET of a form’s address leads to the page with the form, where there is one;
 * anything else is 405.
 */
export function allowedMethods(table: AccessTable): MiddlewareHandler<Site> {
  const patterns = Object.entries(table).map(([address, access]) => ({ parts: address.split("/"), access }));
  const rest = table["/*"] ?? {};
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const found = bestOf(patterns, routedPath(pathname).split("/"));
    const { moved, page, ...access } = found?.access ?? rest;
    const { method } = c.req;
    if (found && moved) return c.redirect(filled(moved, found, pathname) + search, 308);
    const allowed = methodsOf(access);
    if (allowed.includes(method)) return next();
    if (found && page && isRead(method)) return c.redirect(filled(page, found, pathname), 303);
    return notAllowed(c.req.raw, allowed);
  };
}

function methodsOf({ get, post }: Access) {
  return [...(get ? ["GET", "HEAD"] : []), ...(post ? ["POST"] : [])];
}

function isRead(method: string) {
  return method === "GET" || method === "HEAD";
}

function notAllowed(request: Request, allowed: string[]) {
  const title = isRead(request.method) ? "This page can’t be opened directly" : "That can’t be done here";
  const words = isRead(request.method) ? "It only takes a form sent from another page." : "Nothing was changed.";
  return plainPage(request, { status: 405, title, words, again: false, headers: { allow: allowed.join(", ") } });
}

/** As the router ranks them: of those that fit, the one whose parts are written out furthest to the left. */
function bestOf(patterns: Pattern[], asked: string[]) {
  const fitting = patterns.filter(({ parts }) => fits(parts, asked));
  return fitting.sort((a, b) => rankOf(b).localeCompare(rankOf(a)))[0];
}

function fits(parts: string[], asked: string[]) {
  return parts.length === asked.length && parts.every((part, at) => isParameter(part) || part === asked[at]);
}

function rankOf({ parts }: Pattern) {
  return parts.map((part) => (isParameter(part) ? "0" : "1")).join("");
}

function isParameter(part: string) {
  return part.startsWith(":");
}

/** An address with the parts of a path in the place of its parameters. */
function filled(address: string, { parts }: Pattern, pathname: string) {
  const given = pathname.split("/");
  return address.replace(/:\w+/g, (name) => given[parts.indexOf(name)] ?? name);
}
