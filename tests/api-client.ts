import { Hono } from "hono";
import { randomBytes, randomUUID } from "node:crypto";
import { endpoints } from "~/api/all";
import { createApi } from "~/api/router.server";
import { write } from "~/db/write";
import { createPersonalToken } from "~/domain/token/personal.server";
import type { Scope } from "~/domain/token/schema";
import type { Site } from "~/web/server/site.server";

type Asking = { token?: string; body?: unknown; headers?: Record<string, string> };

/** The whole API in this process, at one address on the network; `limits` is where requests are counted. */
export function apiClient(limits: unknown = null) {
  const site = new Hono<Site>();
  site.use(async (c, next) => {
    c.set("address", "203.0.113.5");
    c.set("requestId", "the-request");
    await next();
  });
  site.route("/api", createApi({ endpoints, limits }));

  return async function ask(method: string, path: string, { token, body, headers }: Asking = {}) {
    const sent = new Headers(headers);
    if (token) sent.set("authorization", `Bearer ${token}`);
    if (body !== undefined) sent.set("content-type", "application/json");
    const text = body === undefined ? undefined : JSON.stringify(body);
    return site.request(`/api${path}`, { method, headers: sent, body: text });
  };
}

/** A personal token with these scopes, good for a week. */
export async function tokenFor(userId: number, ...scopes: Scope[]) {
  const details = { userId, name: randomUUID(), scopes, days: 7, random: randomBytes(32), now: new Date() };
  const made = await write((tx) => createPersonalToken(tx, details));
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}

/** The status of an answer, with the reason where it is a problem and the value where it isn't. */
export async function read(answer: Promise<Response>) {
  const response = await answer;
  const text = await response.text();
  // What the tests expect of it is what they check.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const value = (text ? JSON.parse(text) : null) as any;
  const reason = response.ok ? null : String(value.type).split("/").at(-1);
  return { status: response.status, reason, value, headers: response.headers };
}
