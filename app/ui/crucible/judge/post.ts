import type { Answered } from "./seat";

/** What came of sending an answer: a reply, nothing for now, or that the page itself is out of date. */
export type Sent =
  | { kind: "answered"; taken: boolean; reply: Answered }
  | { kind: "lost"; offline: boolean; waitMs: number | null }
  | { kind: "stale" };

const TIMEOUT_MS = 10_000;
const BACKOFF_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/** One request. Sending the same pair twice counts once, so that whatever was lost may be sent again. */
export async function postAnswer(path: string, fields: Record<string, string>): Promise<Sent> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return await read(
      await fetch(path, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "manual",
        keepalive: true,
        signal,
      }),
    );
  } catch {
    return { kind: "lost", offline: !navigator.onLine, waitMs: null };
  }
}

async function read(response: Response): Promise<Sent> {
  const { status, headers } = response;
  if (status === 200 || status === 422)
    return { kind: "answered", taken: status === 200, reply: (await response.json()) as Answered };
  if (status === 429 || status >= 500)
    return { kind: "lost", offline: false, waitMs: Number(headers.get("retry-after")) * 1_000 || null };
  return { kind: "stale" };
}

/** How long to wait after so many tries in vain, in milliseconds. */
export function backoff(tries: number) {
  return BACKOFF_MS[Math.min(tries, BACKOFF_MS.length) - 1]!;
}
