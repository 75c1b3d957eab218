import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildArchive } from "~/domain/profile/archiving.server";
import { clock } from "~/web/server/clock.server";
import { notFound, requireUser } from "~/web/session/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const archive = await buildArchive(user.id, { now });
  if (!archive) throw notFound();
  const headers = {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="crucible-${user.username}-${now.toISOString().slice(0, 10)}.zip"`,
    "cache-control": "private, no-store",
  };
  return new Response(archive, { headers });
}
