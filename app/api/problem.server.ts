import { env } from "~/web/server/env.server";
import type { FieldError } from "./endpoint";

type Problem = {
  status: number;
  /** Names the kind of problem; published, it never changes its meaning. */
  reason: string;
  title: string;
  detail?: string;
  errors?: FieldError[];
  /** Members that a standard adds to the problem. */
  extra?: Record<string, string>;
  headers?: Record<string, string>;
};

/** An error as RFC 9457 has it. `type` is the address of a page about this kind of problem. */
export function problem({ status, reason, title, detail, errors, extra, headers }: Problem) {
  const type = new URL(`/problems/${reason}`, env().appUrl).href;
  const body = { type, title, status, ...(detail ? { detail } : {}), ...(errors ? { errors } : {}), ...extra };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** Problems that any endpoint may answer with, by reason. */
export const generalProblems = {
  "invalid-request": { status: 400, title: "The request doesn’t fit this endpoint" },
  unauthenticated: { status: 401, title: "A valid token is needed" },
  "missing-scope": { status: 403, title: "The token lacks a scope" },
  "not-found": { status: 404, title: "There is no such thing, or not for you" },
  "method-not-allowed": { status: 405, title: "This address doesn’t take this method" },
  "too-large": { status: 413, title: "The request is too large" },
  "unsupported-media-type": { status: 415, title: "The body has the wrong type" },
  "idempotency-key-missing": { status: 400, title: "An Idempotency-Key header is needed where Buzz moves" },
  "idempotency-key-reused": { status: 422, title: "This Idempotency-Key belongs to another request" },
  "rate-limited": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
} as const;

export type GeneralReason = keyof typeof generalProblems;

export function generalProblem(reason: GeneralReason, more: Omit<Problem, "status" | "reason" | "title"> = {}) {
  return problem({ reason, ...generalProblems[reason], ...more });
}
