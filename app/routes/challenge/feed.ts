import type { LoaderFunctionArgs } from "@remix-run/node";
import { ChallengeQuery } from "~/domain/challenge/discovery";
import { findChallenges } from "~/domain/challenge/finding.server";
import type { FoundChallenge } from "~/domain/challenge/finding.server";
import { pathOf } from "~/domain/challenge/slug";
import { guest } from "~/domain/media/content-ratings";
import { openerOf } from "~/ui/challenge/view";
import { buzz, dateTime } from "~/ui/parts/format";
import { conditional } from "~/web/response/conditional.server";
import { escapeXml } from "~/web/response/xml";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";

const LATEST = 30;

/** What is new, for feed readers; the same for everyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = ChallengeQuery.parse({ status: "active", sort: "newest" });
  const { rows } = await findChallenges({ asked, viewer: guest, limit: LATEST, now: clock.now() });
  const headers = { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "public, max-age=300" };
  return conditional(request, feed(rows, env().appUrl.origin), headers);
}

function feed(rows: FoundChallenge[], site: string) {
  const updated = rows.map(({ createdAt }) => createdAt.getTime()).reduce((a, b) => Math.max(a, b), 0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>New challenges</title>
  <id>${site}/challenges.atom</id>
  <link rel="self" href="${site}/challenges.atom"/>
  <link rel="alternate" type="text/html" href="${site}/challenges"/>
  <updated>${new Date(updated).toISOString()}</updated>
${rows.map((row) => item(row, site)).join("\n")}
</feed>
`;
}

function item(row: FoundChallenge, site: string) {
  const { id, title, invitation, createdAt, startsAt, endsAt, prizes } = row;
  const terms = `Runs from ${dateTime(startsAt.getTime())} to ${dateTime(endsAt.getTime())}, ${buzz(prizes)} in prizes.`;
  return `  <entry>
    <title>${escapeXml(title)}</title>
    <id>${site}/challenges/${id}</id>
    <link rel="alternate" type="text/html" href="${site}${pathOf(row)}"/>
    <published>${createdAt.toISOString()}</published>
    <updated>${createdAt.toISOString()}</updated>
    <author><name>${escapeXml(openerOf(row))}</name></author>
    <summary>${escapeXml([invitation, terms].filter(Boolean).join(" "))}</summary>
  </entry>`;
}
