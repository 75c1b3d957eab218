import type { LoaderFunctionArgs } from "@remix-run/node";
import { resultsTable } from "~/domain/crucible/entry-lists.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import type { ViewedCrucible } from "~/domain/crucible/viewing.server";
import { guest } from "~/domain/media/content-ratings";
import { shareCard } from "~/domain/media/sharing.server";
import { crucibleState, resultsAreIn } from "~/ui/crucible/state";
import { dateTime, number } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { pngResponse } from "~/web/response/image-response.server";

/** What stands for a crucible where its address is shared; the same for everyone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await viewCrucible(numberParam(params.id), guest);
  if (!found) throw notFound();
  const { cover, name, creator, pool, entryFee, entryCount, startsAt } = found;
  const state = crucibleState(datesToMs(found), clock.now().getTime());
  const opening = state.phase === "upcoming";
  const line = opening
    ? `Opens ${dateTime(startsAt.getTime())}`
    : state.phase === "completed"
      ? await result(found)
      : state.line;
  const facts = [
    {
      figure: number(opening ? entryFee : pool),
      unit: "Buzz",
      label: opening ? "Entry fee" : "Prize pool",
      gold: true,
    },
    { figure: number(entryCount), label: entryCount === 1 ? "Entry" : "Entries" },
  ];
  const picture = cover?.pictures?.[1]?.url ?? null;
  return pngResponse(await shareCard({ picture, state: line, title: name, by: `by ${creator.username}`, facts }));
}

async function result({ id, outcome }: ViewedCrucible) {
  if (outcome !== "paid") return "Ended without a result";
  const { rows } = await resultsTable({ crucibleId: id, viewer: guest, limit: 1 });
  return rows[0] ? `Won by ${rows[0].entrant.username}` : resultsAreIn;
}
