import { text } from "node:stream/consumers";
import { PassThrough } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { logger } from "~/web/log.server";
import { Nonce } from "~/web/nonce";
import { troubleOf } from "~/web/trouble.server";

const TIME_LIMIT = 10_000;

/** Whole pages only: nothing here is worth showing before the rest. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, requestId }: AppLoadContext,
) {
  const page = (
    <Nonce.Provider value={nonce}>
      <RemixServer context={context} url={request.url} />
    </Nonce.Provider>
  );
  const { html, error } = await render(page, nonce);
  if (error) logger.error({ err: error, requestId, url: new URL(request.url).pathname }, "a page failed to render");
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(withPreloads(html, nonce), { headers, status: error ? 500 : status });
}

function render(page: ReactElement, nonce: string) {
  return new Promise<{ html: string; error: unknown }>((resolve, reject) => {
    let failure: unknown = null;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => resolve(text(pipe(new PassThrough())).then((html) => ({ html, error: failure }))),
      onShellError: reject,
      onError: (error) => void (failure = error),
    });
    setTimeout(abort, TIME_LIMIT).unref();
  });
}

// Remix gives the nonce to its scripts, but not to the links that fetch their modules early; and it lets these compete with
// the style and the pictures, which are what people wait for.
function withPreloads(html: string, nonce: string) {
  return html.replaceAll('<link rel="modulepreload"', `<link rel="modulepreload" fetchpriority="low" nonce="${nonce}"`);
}

/** Whatever nobody expected: the page says the request's number, the log says the rest. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return;
  context.trouble ??= troubleOf(error);
  const url = new URL(request.url).pathname;
  logger.error({ err: error, requestId: context.requestId, method: request.method, url }, "a request failed");
}
