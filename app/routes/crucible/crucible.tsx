import { json, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { commentCounts } from "~/domain/comment/comments.server";
import { descriptionHtml, descriptionText } from "~/domain/list/markdown";
import { liveLeaderboard, ownEntries, resultsTable } from "~/domain/crucible/entry-lists.server";
import { findNear } from "~/domain/crucible/finding.server";
import { confidenceOf } from "~/domain/crucible/rating/confidence";
import { toJudge } from "~/domain/crucible/judging/judges";
import { resultFacts } from "~/domain/crucible/result-facts.server";
import { pathOf } from "~/domain/crucible/slug";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import type { ViewedCrucible } from "~/domain/crucible/viewing.server";
import { visitorStatus } from "~/domain/crucible/visitor-status.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { isModerator } from "~/domain/moderation/rules";
import { Ended, Hero } from "~/ui/crucible/hero";
import { KeyFigures, YourEntries } from "~/ui/crucible/key-figures";
import { ModeratorTools } from "~/ui/crucible/moderation";
import { EndFlash } from "~/ui/crucible/end-flash";
import { Outcome } from "~/ui/crucible/outcome";
import { PoolPanel, RulesPanel } from "~/ui/crucible/side";
import { crucibleState } from "~/ui/crucible/state";
import { CrucibleTabs } from "~/ui/crucible/tabs";
import { cardOf, entryTitle } from "~/ui/crucible/view";
import type { CrucibleContext } from "~/ui/crucible/view";
import { Podium } from "~/ui/crucible/podium";
import { publicMeta } from "~/ui/parts/public-meta";
import { useRefreshing } from "~/ui/parts/refreshing";
import { SubmitDialog } from "~/ui/crucible/submit/dialog";
import { number } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { notFound, rowNumber, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { currentUser } from "~/web/session/session.server";

const REFRESH = 15_000;

export const handle = { body: "docked" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [who, user, now] = [await viewer(request), await currentUser(request), clock.now()];
  const found = await viewCrucible(rowNumber(params.id) ?? 0, who);
  if (!found)
    throw notFound({ crucibles: (await findNear(new URL(request.url).pathname, who)).map(cardOf), now: now.getTime() });
  keepAddress(request, params.slug, found);
  const paid = found.outcome === "paid";
  return json({
    crucible: {
      ...datesToMs(found),
      path: pathOf(found),
      description: descriptionHtml(found.description),
      summary: descriptionText(found.description),
    },
    person: user && (await visitorStatus({ crucibleId: found.id, judge: toJudge(user, env().judges, now), now })),
    own: user && (await ownEntries(found.id, user.id)),
    mine: found.creator.id === who.id,
    moderator: user !== null && isModerator(user),
    comments: (await commentCounts("crucible", [found.id])).get(found.id) ?? 0,
    places: await places(found, who),
    result: paid ? { facts: await resultFacts(found), winners: await winners(found, who) } : null,
    now: now.getTime(),
  });
}

/** Sends those who come by an old or shortened address to the one that holds. */
function keepAddress(request: Request, slug: string | undefined, crucible: { id: number; name: string }) {
  const { pathname, search } = new URL(request.url);
  const atFront = slug !== undefined || /^\/crucibles\/\d+\/?$/.test(pathname);
  if (atFront && pathname !== pathOf(crucible)) throw redirect(pathOf(crucible) + search, 302);
}

async function places({ id, prizes, prizesNow }: ViewedCrucible, who: Viewer) {
  const { rows } = await liveLeaderboard({ crucibleId: id, viewer: who, limit: prizes.length });
  return prizes.map((percent, i) => {
    const row = rows[i];
    const note = row && `${row.votes > 0 ? `${number(row.elo)} rating` : "no votes"}${row.own ? ", yours" : ""}`;
    return { place: i + 1, percent, amount: prizesNow[i] ?? 0, media: row?.media ?? null, note };
  });
}

async function winners({ id }: ViewedCrucible, who: Viewer) {
  const { rows } = await resultsTable({ crucibleId: id, viewer: who, limit: 3 });
  return rows.map(({ holds, entrant, settled, prize, ...row }) => ({
    ...row,
    title: entryTitle(row),
    to: row.media ? `/entries/${row.id}` : `/crucibles/${id}/leaderboard`,
    author: entrant.username,
    rating: settled,
    prize: prize ?? 0,
    firmness: holds === null ? null : confidenceOf(holds),
  }));
}

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) => {
  if (!data) return [{ title: "Crucible" }];
  const { id, name, summary } = data.crucible;
  return publicMeta(args, { title: name, description: summary || undefined, image: `/crucibles/${id}/card.png` });
};

export default function CruciblePage() {
  const { crucible, now } = useLoaderData<typeof loader>();
  const { phase } = crucibleState(crucible, now);
  useRefreshing(phase === "completed" || phase === "cancelled" ? 0 : REFRESH);
  return phase === "completed" || phase === "cancelled" ? <Over /> : <Running />;
}

function Running() {
  const { crucible, person, own, mine, moderator, comments, places, now } = useLoaderData<typeof loader>();
  const state = crucibleState(crucible, now);
  const { pathname } = useLocation();
  return (
    <main id="main" className="wrap crucible has-dock">
      <Hero crucible={crucible} state={state} mine={mine} now={now} />
      <div className="cols">
        <KeyFigures crucible={crucible} state={state} person={person} now={now} />
        <YourEntries crucible={crucible} state={state} person={person} now={now} />
        <div className="body stack">
          <CrucibleTabs
            crucible={crucible}
            state={state}
            pathname={pathname}
            own={own && own.length}
            comments={comments}
          />
          <Outlet context={{ crucible, now } satisfies CrucibleContext} />
        </div>
        <aside className="side stack" aria-label="Prizes and rules">
          <PoolPanel crucible={crucible} state={state} places={places} />
          <RulesPanel crucible={crucible} />
          {moderator ? <ModeratorTools crucible={crucible} state={state} /> : null}
        </aside>
      </div>
      {state.phase === "open" ? <SubmitDialog crucibleId={crucible.id} /> : null}
    </main>
  );
}

function Over() {
  const { crucible, own, result, comments, now } = useLoaderData<typeof loader>();
  const state = crucibleState(crucible, now);
  const { pathname } = useLocation();
  const celebrated = useMatches().some(({ handle }) => (handle as { podium?: boolean } | undefined)?.podium);
  return (
    <main id="main" className="wrap results">
      <Ended crucible={crucible} state={state} now={now} />
      <EndFlash crucible={crucible} own={own ?? []} />
      <CrucibleTabs crucible={crucible} state={state} pathname={pathname} own={own && own.length} comments={comments} />
      {result && celebrated ? (
        <section aria-labelledby="win">
          <h2 id="win" className="vh">
            Winners
          </h2>
          <Podium winners={result.winners} />
        </section>
      ) : null}
      <div className="cols">
        <div className="body">
          <Outlet context={{ crucible, now } satisfies CrucibleContext} />
        </div>
        <aside className="side stack" aria-label={result ? "About the results" : "Rules"}>
          {result ? <Outcome crucible={crucible} facts={result.facts} /> : <RulesPanel crucible={crucible} />}
        </aside>
      </div>
    </main>
  );
}
