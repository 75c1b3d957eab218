import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/web/session/guard.server";
import { startOauth } from "~/web/session/oauth.server";
import { providers } from "~/web/session/oauth-providers.server";

/** Off to another site, when this one is set up for it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const provider = providers.find((one) => one === params.provider);
  const away = provider && startOauth(provider, new URL(request.url).searchParams.get("to"));
  if (!away) throw notFound();
  return away;
}
