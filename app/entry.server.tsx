import { text } from "node:stream/consumers";
import { PassThrough } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import styles from "~/ui/app.css?inline";
import { logFailure } from "~/web/response/failure.server";
import { logger } from "~/web/server/log.server";
import { Nonce } from "~/web/response/nonce";
import { Styles } from "~/web/response/styles";

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
      <Styles.Provider value={fromElsewhere(request) ? styles : ""}>
        <RemixServer context={context} url={request.url} />
      </Styles.Provider>
    </Nonce.Provider>
  );
  const { html, error } = await render(page, nonce);
  if (error) logger.error({ err: error, requestId, url: new URL(request.url).pathname }, "a page failed to render");
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(withPreloads(html, nonce), { headers, status: error ? 500 : status });
}

// Who comes from another page of ours has the sheet already; a browser that does not tell gets it once more.
function fromElsewhere(request: Request) {
  return request.headers.get("sec-fetch-site") !== "same-origin";
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

export function handleError(error: unknown, asked: LoaderFunctionArgs | ActionFunctionArgs) {
  logFailure(error, asked);
}
