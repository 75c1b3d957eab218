import type { LoaderFunctionArgs } from "@remix-run/node";
import { resultRows } from "~/domain/challenge/entry-lists.server";
import { viewChallenge } from "~/domain/challenge/viewing.server";
import type { ViewedChallenge } from "~/domain/challenge/viewing.server";
import { guest } from "~/domain/media/content-ratings";
import { shareCard } from "~/domain/media/sharing.server";
import { challengeState } from "~/ui/challenge/state";
import { openerOf } from "~/ui/challenge/view";
import { dateTime, number } from "~/ui/parts/format";
import { pngResponse } from "~/web/response/image-response.server";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam } from "~/web/session/guard.server";

/** What stands for a challenge where its address is shared; the same for everyone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const now = clock.now();
  const found = await viewChallenge(numberParam(params.id), guest, now);
  if (!found) throw notFound();
  const { cover, title, prizes, entryCount } = found;
  const facts = [
    { figure: number(prizes.reduce((all, amount) => all + amount, 0)), unit: "Buzz", label: "Prizes", gold: true },
    { figure: number(entryCount), label: entryCount === 1 ? "Entry" : "Entries" },
  ];
  const picture = cover?.pictures?.[1]?.url ?? null;
  const by = `by ${openerOf(found)}`;
  return pngResponse(await shareCard({ picture, state: await standing(found, now), title, by, facts }));
}

async function standing(found: ViewedChallenge, now: Date) {
  const state = challengeState(datesToMs(found), now.getTime());
  if (state.phase === "upcoming") return `Opens ${dateTime(found.startsAt.getTime())}`;
  if (state.phase !== "completed") return state.line;
  const { rows } = await resultRows({ challengeId: found.id, viewer: guest, limit: 1 });
  return rows[0] ? `Won by ${rows[0].entrant}` : "Ended without a result";
}
