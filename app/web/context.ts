import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  /** What the server knows about a request beside the request itself. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    ip: string;
  }
}
