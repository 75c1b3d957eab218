import { redirect } from "@remix-run/node";
import { z } from "zod";
import { cookie, readCookie } from "./cookie.server";

const Flash = z.strictObject({ tone: z.enum(["good", "bad"]), words: z.string().max(500) });
export type Flash = z.infer<typeof Flash>;

/** Goes on to `to`, where the words are shown once. */
export function redirectWithFlash(to: string, words: string, { tone = "good", headers = {} }: RedirectOptions = {}) {
  const response = redirect(to, { status: 303, headers });
  response.headers.append(
    "set-cookie",
    cookie("flash", encodeURIComponent(JSON.stringify({ tone, words })), { maxAge: 60 }),
  );
  return response;
}

type RedirectOptions = { tone?: Flash["tone"]; headers?: HeadersInit };

/** The words to show on this page, and the header that keeps them from being shown again. */
export function takeFlash(request: Request): { flash: Flash | null; headers: Record<string, string> } {
  const value = readCookie(request, "flash");
  if (!value) return { flash: null, headers: {} };
  return { flash: parse(value), headers: { "set-cookie": cookie("flash", "", { maxAge: 0 }) } };
}

function parse(value: string) {
  try {
    return Flash.parse(JSON.parse(decodeURIComponent(value)));
  } catch {
    return null;
  }
}
