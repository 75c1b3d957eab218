import type { LoaderFunctionArgs } from "@remix-run/node";
import { placedEntry } from "~/domain/crucible/result-facts.server";
import { shareCard } from "~/domain/media/sharing.server";
import { buzz, number, ordinal } from "~/ui/words";
import { notFound, numberParam } from "~/web/guard.server";
import { pngAnswer } from "~/web/picture-answer.server";

/** What stands for an entry that took a place. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await placedEntry(numberParam(params.id));
  if (!found) throw notFound();
  const { place, prize, author, crucible, field, media } = found;
  const line = `${ordinal(place)} of ${number(field)} in ${crucible}${prize > 0 ? ` · ${buzz(prize)}` : ""} · by ${author}`;
  return pngAnswer(await shareCard({ picture: media.pictures?.[1]?.url ?? null, title: media.alt || crucible, line }));
}
