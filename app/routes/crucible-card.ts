import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { stranger } from "~/domain/media/levels";
import { shareCard } from "~/domain/media/sharing.server";
import { buzz, count } from "~/ui/words";
import { notFound, numberParam } from "~/web/guard.server";
import { pngAnswer } from "~/web/picture-answer.server";

/** What stands for a crucible where its address is shared; the same for everyone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await viewCrucible(numberParam(params.id), stranger);
  if (!found) throw notFound();
  const line = `${buzz(found.pool)} in the pool · ${count(found.entryCount, "entry", "entries")} · Crucible`;
  return pngAnswer(await shareCard({ picture: found.cover?.pictures?.[1]?.url ?? null, title: found.name, line }));
}
