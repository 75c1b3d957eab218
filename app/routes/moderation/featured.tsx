import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { featuringOf } from "~/domain/moderation/desk";
import { listFeaturable } from "~/domain/moderation/queues.server";
import { CrucibleTable } from "~/ui/crucible/table";
import { EmptyState } from "~/ui/parts/empty-state";
import { ModerationFrame } from "~/ui/moderation/frame";
import { clock } from "~/web/server/clock.server";
import { requireModerator } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Featured · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const items = (await listFeaturable()).map(datesToMs);
  return json({
    featured: items.filter((one) => one.featuredAt !== null),
    others: items.filter((one) => one.featuredAt === null),
    now: clock.now().getTime(),
  });
}

export default function ModerationFeatured() {
  const { featured, others, now } = useLoaderData<typeof loader>();
  const act =
    (words: string) =>
    ({ kind, id, name }: { kind: string; id: number; name: string }) => {
      const way = featuringOf(kind, id);
      return way ? (
        <Link className="btn" to={way}>
          {words}
          <span className="vh"> {name}</span>
        </Link>
      ) : null;
    };
  return (
    <ModerationFrame at="/moderation/featured" title="Featured">
      <section className="stack" aria-labelledby="featured">
        <h2 id="featured">At the top of the Crucibles page</h2>
        {featured.length > 0 ? (
          <CrucibleTable
            items={featured}
            caption="Featured crucibles, most recent first"
            now={now}
            act={act(moderationText.stopFeaturing)}
          />
        ) : (
          <EmptyState heading="h3" title={moderationText.nothingFeatured}>
            The running crucible with the largest pool is shown instead.
          </EmptyState>
        )}
      </section>
      <section className="stack" aria-labelledby="others">
        <h2 id="others">Running and upcoming</h2>
        {others.length > 0 ? (
          <CrucibleTable
            items={others}
            caption="Crucibles you can feature, ending soonest first"
            now={now}
            act={act("Feature")}
          />
        ) : (
          <EmptyState heading="h3" title="No other crucibles are running or upcoming" />
        )}
      </section>
    </ModerationFrame>
  );
}
