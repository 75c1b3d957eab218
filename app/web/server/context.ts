import "@remix-run/server-runtime";
import type { Outage } from "../response/outage.server";

declare module "@remix-run/server-runtime" {
  /** What the server knows about a request beside the request itself. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    ip: string;
    /** Set when an action or a loader ran into it; the server then answers 503 instead. */
    outage?: Outage;
  }
}
