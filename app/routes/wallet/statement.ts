import type { LoaderFunctionArgs } from "@remix-run/node";
import { readStatement } from "~/domain/wallet/history.server";
import { HistoryFilters } from "~/domain/wallet/schema";
import { toCsv } from "~/domain/wallet/statement";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asked = HistoryFilters.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new Response("There’s no statement for this filter.", { status: 400 });
  const day = clock.now().toISOString().slice(0, 10);
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="crucible-${user.username}-${day}.csv"`,
    "cache-control": "private, no-store",
  };
  // Spreadsheets take a file for UTF-8 only by its byte order mark.
  return new Response(`\ufeff${toCsv(await readStatement(user.id, asked.data))}`, { headers });
}
