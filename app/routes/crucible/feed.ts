import type { LoaderFunctionArgs } from "@remix-run/node";
import { descriptionText } from "~/domain/list/markdown";
import { DiscoveryQuery } from "~/domain/crucible/discovery";
import { findCrucibles } from "~/domain/crucible/finding.server";
import type { FoundCrucible } from "~/domain/crucible/finding.server";
import { pathOf } from "~/domain/crucible/slug";
import { guest } from "~/domain/media/content-ratings";
import { buzz, dateTime } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { conditional } from "~/web/response/conditional.server";
import { escapeXml } from "~/web/response/xml";
import { env } from "~/web/server/env.server";

const LATEST = 30;

/** What is new, for feed readers; the same for everyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = DiscoveryQuery.parse({ tab: "new", status: "any" });
  const { rows } = await findCrucibles({ asked, viewer: guest, limit: LATEST, now: clock.now() });
  const headers = { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "public, max-age=300" };
  return conditional(request, feed(rows, env().appUrl.origin), headers);
}

function feed(rows: FoundCrucible[], site: string) {
  const updated = rows.map(({ createdAt }) => createdAt.getTime()).reduce((a, b) => Math.max(a, b), 0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>New crucibles</title>
  <id>${site}/crucibles.atom</id>
  <link rel="self" href="${site}/crucibles.atom"/>
  <link rel="alternate" type="text/html" href="${site}/crucibles?tab=new"/>
  <updated>${new Date(updated).toISOString()}</updated>
${rows.map((row) => item(row, site)).join("\n")}
</feed>
`;
}

function item(row: FoundCrucible, site: string) {
  const { id, name, description, creator, createdAt, startsAt, endsAt, entryFee } = row;
  const fee = entryFee > 0 ? `${buzz(entryFee)} per entry` : "free to enter";
  const terms = `Runs from ${dateTime(startsAt.getTime())} to ${dateTime(endsAt.getTime())}, ${fee}.`;
  return `  <entry>
    <title>${escapeXml(name)}</title>
    <id>${site}/crucibles/${id}</id>
    <link rel="alternate" type="text/html" href="${site}${pathOf(row)}"/>
    <published>${createdAt.toISOString()}</published>
    <updated>${createdAt.toISOString()}</updated>
    <author><name>${escapeXml(creator.username)}</name></author>
    <summary>${escapeXml([descriptionText(description), terms].filter(Boolean).join(" "))}</summary>
  </entry>`;
}
