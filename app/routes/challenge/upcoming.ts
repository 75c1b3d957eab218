import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { comingUp } from "~/domain/challenge/finding.server";
import { guest } from "~/domain/media/content-ratings";
import { clock } from "~/web/server/clock.server";

const MOST = 30;

/** Themes that are announced, soonest first, for other programs; the same for everyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = Number(new URL(request.url).searchParams.get("count") ?? MOST);
  const limit = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, MOST) : MOST;
  const coming = await comingUp(guest, clock.now(), limit);
  const rows = coming.map(({ id, title, theme, startsAt, creator, source }) => ({
    ...{ id, title, theme, startsAt: startsAt.toISOString(), source },
    creator: source === "user" ? creator : null,
  }));
  return json(rows, { headers: { "cache-control": "public, max-age=300" } });
}
