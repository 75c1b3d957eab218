import { createHash } from "node:crypto";

/** A body with its ETag, or 304 for who has it already. */
export function conditional(request: Request, body: string, headers: Record<string, string>) {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const tagged = { ...headers, etag };
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers: tagged });
  return new Response(body, { headers: tagged });
}
