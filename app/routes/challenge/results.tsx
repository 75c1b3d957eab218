import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import { finalTable, resultRows } from "~/domain/challenge/entry-lists.server";
import { mayOpen } from "~/domain/challenge/viewing.server";
import { CountPanel, FinalTable, PaidPanel, RematchPanel } from "~/ui/challenge/result-panels";
import { ChallengePodium, ownResult, PlacesTable } from "~/ui/challenge/results";
import type { ChallengeContext } from "~/ui/challenge/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { Flash } from "~/ui/parts/flash";
import { LoadMore } from "~/ui/parts/load-more";
import { useMorePages } from "~/ui/parts/more-pages";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

const PAGE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const [challengeId, who] = [numberParam(params.id), await viewer(request)];
  if (!(await mayOpen(challengeId, who, clock.now()))) throw notFound();
  const page = await resultRows({ challengeId, viewer: who, after, limit: PAGE });
  return json({ page, final: await finalTable(challengeId, who) });
}

export default function ChallengeResults() {
  const { page, final } = useLoaderData<typeof loader>();
  const { challenge, signedIn } = useOutletContext<ChallengeContext>();
  const { rows, to, link, loading } = useMorePages(page);
  if (rows.length === 0)
    return (
      <EmptyState icon="x" title="No results">
        There are no places to show.
      </EmptyState>
    );
  const mine = ownResult(rows, challenge.entrantCount);
  const paid = rows.flatMap(({ prize }) => (prize ? [prize] : []));
  return (
    <>
      {mine ? <Flash>{mine}</Flash> : null}
      <section aria-labelledby="win">
        <h2 id="win" className="vh">
          Winners
        </h2>
        <ChallengePodium rows={rows} finalists={final.length} />
      </section>
      <div className="cols">
        <div className="body stack">
          <How />
          <section aria-labelledby="places">
            <h2 id="places" className="vh">
              Every place
            </h2>
            <PlacesTable rows={rows} criteria={challenge.criteria} />
            <LoadMore to={to} link={link} loading={loading}>
              Load more places
            </LoadMore>
          </section>
        </div>
        <aside className="side stack" aria-label="About this result">
          <FinalTable rows={final} />
          <PaidPanel challenge={challenge} paid={paid} />
          {signedIn ? <RematchPanel id={challenge.id} winners={winnersOf(rows)} /> : null}
          <CountPanel id={challenge.id} />
        </aside>
      </div>
    </>
  );
}

function winnersOf(rows: { prize: number | null; entrant: string }[]) {
  return rows.filter(({ prize }) => prize !== null).map(({ entrant }) => entrant);
}

/** The process and the outcome, in words. */
function How() {
  const { challenge } = useOutletContext<ChallengeContext>();
  const { process, verdict, pinnedModel } = challenge;
  return (
    <section className="panel how" aria-labelledby="how">
      <h2 id="how">How it was judged</h2>
      <div className="prose">
        {(process ?? "").split("\n\n").map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      <h3>Outcome</h3>
      <div className="prose">
        <p>{verdict}</p>
        {pinnedModel ? <p className="small dim">Judged by {pinnedModel}.</p> : null}
      </div>
    </section>
  );
}
