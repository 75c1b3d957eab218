import { and, asc, eq, gt, ne } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { shownAtRatings } from "~/domain/media/visibility.server";
import { type Judge, judgingRefusal } from "./judges";
import { remainingPairs } from "../pairing/situation";
import { candidateCounts } from "../pairing/stored-candidates.server";
import { listedFor } from "../visibility.server";
import { seatQueries } from "./seat-queries.server";

const LOOKED_AT = 20;
type JudgingElsewhereInput = { judge: Judge; except: number; now: Date; limit: number };

/** Running crucibles that have pairs left for this judge, the first to end first, with how many. Looks at the next 20 to end. */
export async function judgingElsewhere({ judge, except, now, limit }: JudgingElsewhereInput) {
  const found = [];
  for (const { cover, ...crucible } of await running({ judge, except, now })) {
    if (found.length === limit) break;
    if (judgingRefusal(crucible, judge, now)) continue;
    const left = await pairsLeft(crucible.id, judge);
    const { id, name, endsAt } = crucible;
    if (left > 0) found.push({ id, name, endsAt, left, cover: cover && viewOf(cover) });
  }
  return found;
}

function running({ judge, except, now }: Pick<JudgingElsewhereInput, "judge" | "except" | "now">) {
  const { id, name, status, endsAt, judgeRule, judgeMinScore } = crucibles;
  return reader()
    .select({ id, name, status, endsAt, judgeRule, judgeMinScore, cover: mediaColumns })
    .from(crucibles)
    .leftJoin(media, and(eq(media.id, crucibles.coverMediaId), shownAtRatings(judge.levels)))
    .where(and(eq(status, "active"), gt(endsAt, now), ne(id, except), listedFor(judge)))
    .orderBy(asc(endsAt), asc(id))
    .limit(LOOKED_AT);
}

async function pairsLeft(crucibleId: number, judge: Judge) {
  const { open } = await candidateCounts(reader(), crucibleId, judge);
  const had = await seatQueries(reader()).pairsHad.get({
    crucible: crucibleId,
    judge: judge.id,
    levels: judge.levels,
  });
  return remainingPairs(open, had!.pairs);
}
