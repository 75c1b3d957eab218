import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import { shuffledEntries } from "~/domain/crucible/entry-lists.server";
import { isModerator } from "~/domain/moderation/rules";
import { Reasoned } from "~/ui/contest/reasoned";
import { crucibleState } from "~/ui/crucible/state";
import type { CrucibleState } from "~/ui/crucible/state";
import type { CrucibleContext, CrucibleView } from "~/ui/crucible/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { EntryTiles } from "~/ui/crucible/entry-tiles";
import { LoadMore } from "~/ui/parts/load-more";
import { useMorePages } from "~/ui/parts/more-pages";
import { Disclosure } from "~/ui/parts/panel";
import { number } from "~/ui/parts/format";
import { numberParam, viewer } from "~/web/session/guard.server";
import { currentUser } from "~/web/session/session.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

const PAGE = 40;

export const handle = { podium: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [who, user] = [await viewer(request), await currentUser(request)];
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const page = await shuffledEntries({ crucibleId: numberParam(params.id), viewer: who, after, limit: PAGE });
  return json({ page, moderator: user !== null && isModerator(user) });
}

export default function CrucibleEntries() {
  const { page, moderator } = useLoaderData<typeof loader>();
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { rows, to, link, loading } = useMorePages(page);
  const { phase } = crucibleState(crucible, now);
  const running = phase !== "completed" && phase !== "cancelled";
  if (rows.length === 0) return <NoEntries />;
  return (
    <section className="stack" aria-labelledby="all">
      <div className="row between">
        <h2 id="all" className="vh">
          All entries
        </h2>
        <p className="meta">{orderText(phase, crucible.outcome)}</p>
      </div>
      <EntryTiles
        entries={rows}
        to={({ media }) => (media!.key ? `/media/${media!.key}` : whole(media!))}
        foot={moderator && running ? ({ id, number }) => (id ? <RuleOut id={id} number={number} /> : null) : undefined}
      />
      <LoadMore to={to} link={link} loading={loading}>{`Load more of ${number(crucible.entryCount)} entries`}</LoadMore>
    </section>
  );
}

function orderText(phase: CrucibleState["phase"], outcome: CrucibleView["outcome"]) {
  if (phase === "open" || phase === "judging")
    return "Shown in random order. Names are hidden until the crucible ends.";
  if (phase === "counting") return "Shown in random order. Names appear once the votes are counted.";
  return outcome === "paid" ? "Shown in random order. For the final places, see Results." : "Shown in random order.";
}

type Shown = { pictures: { url: string }[] | null; video: { url: string } | null };

/** The file itself: it says nothing of who made it. */
function whole({ pictures, video }: Shown) {
  return video?.url ?? pictures?.at(-1)?.url ?? "";
}

function RuleOut({ id, number }: { id: number; number: number }) {
  return (
    <Disclosure summary={`Entry ${number}`}>
      <Reasoned
        action={`/entries/${id}/disqualification`}
        label={crucibleText.reasonToDisqualify(number)}
        hint="Shown to the entry’s owner. The fee stays in the pool."
        button="Disqualify"
        danger
      />
    </Disclosure>
  );
}

function NoEntries() {
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { phase } = crucibleState(crucible, now);
  if (crucible.entryCount > 0) {
    return (
      <EmptyState icon="lock" title="All entries are hidden">
        Your content settings hide these entries. You can change them in Settings.
      </EmptyState>
    );
  }
  if (phase === "open")
    return (
      <EmptyState icon="plus" title="No entries yet">
        Be the first to enter. Judging starts with the second entry.
      </EmptyState>
    );
  if (phase === "cancelled")
    return (
      <EmptyState icon="x" title="No entries">
        Nobody had entered when it was canceled.
      </EmptyState>
    );
  return (
    <EmptyState icon="clock" title="No entries">
      {phase === "upcoming" ? "Entries appear here once it opens." : "Nobody entered while it was open."}
    </EmptyState>
  );
}
