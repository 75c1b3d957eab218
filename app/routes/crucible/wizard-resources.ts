import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findResources } from "~/domain/catalog/catalog.server";
import { requireUser } from "~/web/session/guard.server";

/** What the catalog knows under some words, for the picker's script. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const words = (new URL(request.url).searchParams.get("find") ?? "").slice(0, 100);
  return json({ words, found: words.trim() ? await findResources({ words }) : [] });
}
