import type { z } from "zod";
import type { BodyType, Endpoint, FieldError } from "./endpoint";
import { generalProblem } from "./problem.server";

const LARGEST_BODY = 64 * 1024;

export const mediaTypes: Record<BodyType, string> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  files: "multipart/form-data",
};

type Read = { ok: true; value: unknown; text: string } | { ok: false; reply: Response };

/** A request's body as the endpoint takes it, or the problem with it. */
export async function readBody(request: Request, { body, bodyType = "json" }: Endpoint): Promise<Read> {
  if (!body) return { ok: true, value: undefined, text: "" };
  const expected = mediaTypes[bodyType];
  if (request.headers.get("content-type")?.split(";")[0]!.trim().toLowerCase() !== expected)
    return { ok: false, reply: generalProblem("unsupported-media-type", { detail: `Send ${expected}.` }) };
  if (bodyType === "files") return { ok: true, value: undefined, text: "" };
  const text = await textOf(request);
  if (text === null) return { ok: false, reply: generalProblem("too-large") };
  const raw = bodyType === "json" ? parsed(text) : Object.fromEntries(new URLSearchParams(text));
  if (raw === undefined)
    return { ok: false, reply: generalProblem("invalid-request", { detail: "The body isn’t JSON." }) };
  const read = body.safeParse(raw);
  return read.success ? { ok: true, value: read.data, text } : { ok: false, reply: invalid(read.error, "") };
}

/** Null when it is larger than anything an endpoint takes. */
async function textOf(request: Request) {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > LARGEST_BODY) return null;
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function invalid(error: z.ZodError, below: string) {
  const errors: FieldError[] = error.issues.slice(0, 20).map(({ path, message }) => ({
    pointer: below + path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    detail: message,
  }));
  return generalProblem("invalid-request", { errors });
}
