import type { LoaderFunctionArgs } from "@remix-run/node";
import { findNear } from "~/domain/crucible/finding.server";
import { cardOf } from "~/ui/crucible/view";
import { clock } from "~/web/server/clock.server";
import { notFound, viewer } from "~/web/session/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const near = await findNear(new URL(request.url).pathname, await viewer(request));
  throw notFound({ crucibles: near.map(cardOf), now: clock.now().getTime() });
}

export default function Missing() {
  return null;
}
