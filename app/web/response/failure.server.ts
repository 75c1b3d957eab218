import { json } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { logger } from "../server/log.server";
import { outageOf } from "./outage.server";

type Asked = { request: Request; context: AppLoadContext };

/** Whatever nobody expected: the page says the request's number, the log says the rest. */
export function logFailure(error: unknown, { request, context }: Asked) {
  if (request.signal.aborted) return;
  context.outage ??= outageOf(error);
  const url = new URL(request.url).pathname;
  logger.error({ err: error, requestId: context.requestId, method: request.method, url }, "a request failed");
}

/** What is around every page loads in here: when it breaks, the page for that gets its number with the failure itself. */
export async function withRequestId<T>(asked: Asked, load: () => Promise<T>) {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Response) throw error;
    logFailure(error, asked);
    throw json({ requestId: asked.context.requestId }, { status: 500 });
  }
}
