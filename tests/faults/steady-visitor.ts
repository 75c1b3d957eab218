import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

export type SteadyVisitor = ReturnType<typeof steadyVisitor>;
export type Answer = { status: number; body: Buffer; packed: boolean };

const agent = new Agent({ keepAlive: true });

/**
 * Somebody with a browser who goes from page to page of the site, whose connections stay open, and who does no more with an
 * answer than to hear it out: what they cost comes off the machine that the site is measured on.
 */
export function steadyVisitor(url: string, cookie: string) {
  const { hostname, port } = new URL(url);
  async function ask(method: string, path: string, form = "") {
    const headers = {
      origin: url,
      cookie,
      "accept-encoding": "gzip",
      "sec-fetch-site": "same-origin",
      ...(form ? sent(form) : {}),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ agent, hostname, port, method, path, headers, signal: AbortSignal.timeout(60_000) }, resolve)
        .on("error", reject)
        .end(form);
    });
    const packed = answer.headers["content-encoding"] === "gzip";
    return { status: answer.statusCode!, body: await buffer(answer), packed } satisfies Answer;
  }
  return {
    get: (path: string) => ask("GET", path),
    post: (path: string, fields: Record<string, string>) => ask("POST", path, new URLSearchParams(fields).toString()),
  };
}

export function textOf({ body, packed }: Answer) {
  return String(packed ? gunzipSync(body) : body);
}

function sent(form: string) {
  return { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(form) };
}
