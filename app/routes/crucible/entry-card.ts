import type { LoaderFunctionArgs } from "@remix-run/node";
import { placedEntry } from "~/domain/crucible/result-facts.server";
import { guest } from "~/domain/media/content-ratings";
import { shareCard } from "~/domain/media/sharing.server";
import { count, number, ordinal } from "~/ui/parts/format";
import { notFound, numberParam } from "~/web/session/guard.server";
import { pngResponse } from "~/web/response/image-response.server";

/** What stands for an entry that took a place. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await placedEntry(numberParam(params.id), guest);
  if (!found) throw notFound();
  const { place, prize, author, crucible, media } = found;
  const facts = [
    { figure: ordinal(place), label: `of ${count(crucible.field, "entry", "entries")}`, gold: place === 1 },
    ...(prize > 0 ? [{ figure: number(prize), unit: "Buzz", label: "Prize", gold: true }] : []),
  ];
  const picture = media.pictures?.[1]?.url ?? null;
  return pngResponse(
    await shareCard({
      picture,
      state: crucible.name,
      title: media.alt || `Entry by ${author}`,
      by: `by ${author}`,
      facts,
    }),
  );
}
