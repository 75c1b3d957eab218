import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readReports } from "~/domain/moderation/reporting.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReportsTable } from "~/ui/moderation/reports-table";
import { clock } from "~/web/server/clock.server";
import { pageParam, requireModerator } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Reports · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const open = new URL(request.url).searchParams.get("show") !== "resolved";
  const { items, next } = await readReports({ open, after: pageParam(request, "after") });
  return json({ items: items.map(datesToMs), next, open, now: clock.now().getTime() });
}

export default function ModerationReports() {
  const { items, next, open, now } = useLoaderData<typeof loader>();
  const show = open ? "" : "show=resolved&";
  return (
    <ModerationFrame at="/moderation" title="Moderation">
      <p>
        {open ? <Link to="?show=resolved">See resolved reports</Link> : <Link to="/moderation">See open reports</Link>}
      </p>
      {items.length > 0 ? (
        <ReportsTable items={items} open={open} now={now} />
      ) : (
        <EmptyState icon="shield" title={open ? moderationText.noOpenReports : "No resolved reports"} />
      )}
      {next ? <LoadMore to={`?${show}after=${next}`}>Newer</LoadMore> : null}
    </ModerationFrame>
  );
}
