import { plainPage } from "./plain-page.server";

/** What passes by itself, unlike a bug: nothing could be written, or read, just now. */
export type Outage = "disk-full" | "not-the-writer" | "store-down";

const WORDS: Record<Outage, string> = {
  "disk-full": "We’re out of storage space. Nothing was changed. Try again in a few minutes.",
  "not-the-writer": "The site is restarting. Nothing was changed. Try again in a few seconds.",
  "store-down": "Images and videos aren’t available right now. Try again in a few minutes.",
};

/** The outage that an error stands for; undefined for a bug. */
export function outageOf(error: unknown): Outage | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = (one as NodeJS.ErrnoException).code ?? "";
    if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "SQLITE_IOERR_WRITE") return "disk-full";
    if (one.name === "NotTheWriter") return "not-the-writer";
    if (one.name === "StoreDown") return "store-down";
  }
  return undefined;
}

export function unavailable(request: Request, outage: Outage) {
  return plainPage(request, {
    status: 503,
    title: "Temporarily unavailable",
    words: WORDS[outage],
    headers: { "retry-after": outage === "not-the-writer" ? "5" : "120" },
  });
}
