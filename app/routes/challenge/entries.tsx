import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import { shuffledEntries } from "~/domain/challenge/entry-lists.server";
import { mayOpen } from "~/domain/challenge/viewing.server";
import { RemoveEntry } from "~/ui/challenge/moderation";
import { challengeState } from "~/ui/challenge/state";
import type { ChallengeContext } from "~/ui/challenge/view";
import { Tile } from "~/ui/media/media-frame";
import { EmptyState } from "~/ui/parts/empty-state";
import { number } from "~/ui/parts/format";
import { LoadMore } from "~/ui/parts/load-more";
import { useMorePages } from "~/ui/parts/more-pages";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

const PAGE = 40;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const [challengeId, who] = [numberParam(params.id), await viewer(request)];
  if (!(await mayOpen(challengeId, who, clock.now()))) throw notFound();
  return json({ page: await shuffledEntries({ challengeId, viewer: who, after, limit: PAGE }) });
}

export default function ChallengeEntries() {
  const { page } = useLoaderData<typeof loader>();
  const { challenge, moderator, now } = useOutletContext<ChallengeContext>();
  const { rows, to, link, loading } = useMorePages(page);
  const { phase } = challengeState(challenge, now);
  const running = phase === "open" || phase === "completing";
  if (rows.length === 0) return <NoEntries />;
  return (
    <section className="stack" aria-labelledby="all">
      <div className="row between">
        <h2 id="all" className="vh">
          Entries
        </h2>
        <p className="meta">
          {running
            ? "Shuffled for you. Names and scores stay hidden until it ends."
            : "Shuffled for you. For the places, see Results."}
        </p>
      </div>
      <ul className="tiles">
        {rows.map(({ id, key, own, media }, at) => (
          <li key={key}>
            <Tile
              media={{ ...media, alt: media.alt || `Entry ${at + 1}` }}
              to={media.key ? `/media/${media.key}` : (media.pictures?.at(-1)?.url ?? "")}
              mine={own}
              tag={own ? "Yours" : null}
            />
            {moderator && running && id ? <RemoveEntry id={id} label={`Entry ${at + 1}`} /> : null}
          </li>
        ))}
      </ul>
      <LoadMore
        to={to}
        link={link}
        loading={loading}
      >{`Load more of ${number(challenge.entryCount)} entries`}</LoadMore>
    </section>
  );
}

function NoEntries() {
  const { challenge, now } = useOutletContext<ChallengeContext>();
  const { phase } = challengeState(challenge, now);
  if (challenge.entryCount > 0)
    return (
      <EmptyState icon="lock" title="All entries are hidden">
        Your content settings hide these entries. You can change them in Settings.
      </EmptyState>
    );
  if (phase === "open")
    return (
      <EmptyState icon="plus" title="No entries yet">
        Yours would be the first.
      </EmptyState>
    );
  return (
    <EmptyState icon="clock" title="No entries">
      {phase === "upcoming" ? "Entries appear here once it opens." : "Nobody entered while it was open."}
    </EmptyState>
  );
}
