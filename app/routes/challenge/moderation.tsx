import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countsForModerators, judgeStatus, listForModerators, setAside } from "~/domain/challenge/moderating.server";
import { ModeratorQueryForm } from "~/domain/challenge/moderator-query";
import { OpenOne } from "~/ui/challenge/front";
import { ChallengeModList, ModeratorFinder } from "~/ui/challenge/mod-list";
import { JudgeWatch, SetAside } from "~/ui/challenge/mod-watch";
import { ModerationFrame } from "~/ui/moderation/frame";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { requireModerator } from "~/web/session/guard.server";

const PAGE = 24;

export const meta: MetaFunction = () => [{ title: "Challenges · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const search = new URL(request.url).searchParams;
  const asked = ModeratorQueryForm.parse(Object.fromEntries([...search].filter(([, value]) => value !== "")));
  const now = clock.now();
  const { items, next } = await listForModerators(asked, PAGE);
  const { before: _, ...kept } = asked;
  return json({
    asked: kept,
    counts: await countsForModerators(),
    judge: await judgeStatus(now),
    aside: await setAside(),
    items: items.map(datesToMs),
    next,
    now: now.getTime(),
  });
}

export default function ModerationChallenges() {
  const { asked, counts, judge, aside, items, next, now } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/challenges" title="Challenges">
      <p className="row">
        <OpenOne />
      </p>
      <JudgeWatch judge={judge} now={now} />
      <SetAside entries={aside} />
      <ModeratorFinder asked={asked} counts={counts} />
      {items.length > 0 ? (
        <ChallengeModList items={items} now={now} />
      ) : (
        <EmptyState icon="check" title="All quiet">
          Nothing of this kind.
        </EmptyState>
      )}
      {next ? <LoadMore to={`?${new URLSearchParams({ ...asked, before: String(next) })}`}>Load more</LoadMore> : null}
    </ModerationFrame>
  );
}
