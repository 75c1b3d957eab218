import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import { liveLeaderboard, resultsTable } from "~/domain/crucible/entry-lists.server";
import { confidenceOf } from "~/domain/crucible/rating/confidence";
import { crucibleState } from "~/ui/crucible/state";
import { entryTitle } from "~/ui/crucible/view";
import type { CrucibleContext } from "~/ui/crucible/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { Flash } from "~/ui/parts/flash";
import { RunningTable } from "~/ui/crucible/leaderboard";
import { LoadMore } from "~/ui/parts/load-more";
import { useMorePages } from "~/ui/parts/more-pages";
import { ResultsTable } from "~/ui/crucible/results-table";
import { Share } from "~/ui/parts/share";
import { tieText } from "~/ui/crucible/result-view";
import { standingText } from "~/ui/crucible/standing-text";
import { numberParam, viewer } from "~/web/session/guard.server";

const PAGE = 50;

export const handle = { podium: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const asked = { crucibleId: numberParam(params.id), viewer: await viewer(request), after, limit: PAGE };
  const results = await resultsTable(asked);
  const decided = results.rows.length > 0;
  return json({ decided, page: decided ? decidedPage(results) : await runningPage(asked) });
}

type Results = Awaited<ReturnType<typeof resultsTable>>;

function decidedPage({ rows, next }: Results) {
  return {
    rows: rows.map(({ holds, ...row }) => ({ ...row, firmness: holds === null ? null : confidenceOf(holds) })),
    next,
  };
}

async function runningPage(asked: Parameters<typeof liveLeaderboard>[0]) {
  const { rows, next } = await liveLeaderboard(asked);
  return { rows: rows.map(({ lcb, ...row }) => ({ ...row, band: row.elo - lcb })), next };
}

type RunningRow = Awaited<ReturnType<typeof runningPage>>["rows"][number];
type DecidedRow = ReturnType<typeof decidedPage>["rows"][number];

export default function CrucibleLeaderboard() {
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { decided } = useLoaderData<typeof loader>();
  const { phase } = crucibleState(crucible, now);
  if (decided) return <Results />;
  if (phase === "completed" || phase === "cancelled")
    return (
      <EmptyState icon="x" title="No results">
        There are no places to show.
      </EmptyState>
    );
  if (crucible.entryCount > 0) return <Standing over={phase === "counting"} />;
  if (phase === "open" || phase === "upcoming")
    return (
      <EmptyState icon="clock" title="No places yet">
        Places appear once there are entries and votes.
      </EmptyState>
    );
  return (
    <EmptyState icon="clock" title="No places">
      Nobody entered.
    </EmptyState>
  );
}

function Standing({ over }: { over: boolean }) {
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { page } = useLoaderData<typeof loader>();
  const { rows, to, link, loading } = useMorePages(page as { rows: RunningRow[]; next: string | null });
  const standing = over ? null : standingText(rows);
  const shown = rows.map((row) => ({
    ...row,
    place: row.rank,
    title: row.own ? `Yours: ${entryTitle(row)}` : `Entry ${row.number}`,
    to: row.media?.pictures?.at(-1)?.url ?? crucible.path,
    mine: row.own,
    rating: row.elo,
    onTrack: crucible.prizesNow[row.rank - 1] ?? 0,
  }));
  return (
    <section className="stack" aria-labelledby="lb">
      <h2 id="lb" className="vh">
        Leaderboard
      </h2>
      {standing ? (
        <Flash tone="info">
          <b>{standing.place}</b>
          {standing.gaps ? `, ${standing.gaps}` : ""}.
        </Flash>
      ) : null}
      <RunningTable rows={shown} over={over} at={over ? crucible.endsAt : now} now={now} />
      <LoadMore to={to} link={link} loading={loading}>
        Load more places
      </LoadMore>
    </section>
  );
}

function Results() {
  const { crucible } = useOutletContext<CrucibleContext>();
  const { page } = useLoaderData<typeof loader>();
  const { rows, to, link, loading } = useMorePages(page as { rows: DecidedRow[]; next: string | null });
  const shown = rows.map((row) => ({
    ...row,
    title: entryTitle(row),
    to: row.media ? `/entries/${row.id}` : crucible.path,
    mine: row.own,
    author: row.entrant.username,
    live: row.elo,
    prize: row.prize ?? 0,
    tie: tieText(row.tieBrokenBy),
  }));
  return (
    <section aria-labelledby="table">
      <div className="row between">
        <h2 id="table">All places</h2>
        <Share
          path={`/crucibles/${crucible.id}/leaderboard`}
          card={`/crucibles/${crucible.id}/card.png`}
          title={crucible.name}
          words="Share the results"
        />
      </div>
      <ResultsTable rows={shown} votes={crucible.voteCount} />
      <LoadMore to={to} link={link} loading={loading}>
        Load more places
      </LoadMore>
    </section>
  );
}
