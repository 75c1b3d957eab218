import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUses } from "~/domain/media/uses.server";
import { mediaDetail } from "~/domain/media/detail.server";
import { library, librarySize } from "~/domain/media/library.server";
import { limits, uploadRefusals } from "~/domain/media/limits";
import { upload } from "~/domain/media/uploading.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { LibraryFilterForm, LibraryTiles, libraryQuery } from "~/ui/media/library-list";
import { MediaPanel } from "~/ui/media/media-panel";
import { ownMeta } from "~/ui/parts/public-meta";
import { UploadForm } from "~/ui/media/upload-form";
import { bytes, count } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { requireUser } from "~/web/session/guard.server";
import { receiveFiles } from "~/web/form/receiving.server";
import { libraryText } from "~/ui/parts/library-words";

export const meta: MetaFunction = () => ownMeta("Library");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const query = libraryQuery(new URL(request.url).searchParams);
  const { items, next } = await library(user.id, query);
  const uses = await readUses(items.map((item) => item.id));
  const picked = query.item ?? items[0]?.id;
  const viewer = { id: user.id, levels: user.browsingLevels, moderator: false };
  const detail = picked ? await mediaDetail(viewer, picked) : null;
  const shown = detail?.own
    ? { ...detail, createdAt: detail.createdAt.getTime(), uses: [...(await readUses([detail.id])).values()].flat() }
    : null;
  const entered = (id: number) => uses.get(id)!.flatMap(({ as, kind }) => (as === "entry" ? kind : []));
  const tiles = items.map((item) => ({ ...item, uses: entered(item.id) }));
  return json({ tiles, next, query, picked: shown, size: await librarySize(user.id), now: clock.now().getTime() });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const done = await receiveFiles(request, async (arrival, words) => {
    const taken = await upload({ ownerId: user.id, arrival, ...words, now: clock.now() });
    return taken.ok ? taken : { ok: false as const, reason: uploadRefusals[taken.reason] };
  });
  if (!done.ok) return json({ errors: [done.message], taken: 0 }, { status: done.status });
  const refused = done.results.flatMap((one) => (one.ok ? [] : [`${one.name}: ${one.reason}`]));
  const errors = [...refused, ...(done.left ? [done.left] : [])];
  const taken = done.results.length - refused.length;
  if (errors.length > 0) return json({ errors, taken }, { status: 422 });
  const again = done.results.filter((one) => one.ok && one.duplicate).length;
  return redirectWithFlash(
    "/library",
    `${count(taken, "file")} uploaded${again > 0 ? `, ${again} already in your library` : ""}.${again > 0 ? ` ${libraryText.unchanged}` : ""}`,
  );
}

export default function Library() {
  const { tiles, next, query, picked, size, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wrap stack library">
      <div className="row between">
        <h1>Library</h1>
      </div>
      <UploadForm action="/library" answer={answer} open={tiles.length === 0 && query.show === "all"} />
      <div className="row between">
        <p className="dim small">
          {size.files > 0
            ? `${count(size.files, "item")}, ${bytes(size.bytes)} of ${bytes(limits.ownedBytes)}`
            : `Room for ${bytes(limits.ownedBytes)}`}
        </p>
        {size.files > 0 ? <LibraryFilterForm show={query.show} /> : null}
      </div>
      {tiles.length > 0 ? (
        <div className="cols">
          <LibraryTiles tiles={tiles} next={next} query={query} picked={picked?.id} />
          {picked ? <MediaPanel item={picked} now={now} asked={query.item === picked.id} /> : null}
        </div>
      ) : (
        <Empty filtered={query.show !== "all"} />
      )}
    </main>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState icon="search" title="No files match">
        Choose Everything to see all your files.
      </EmptyState>
    );
  return (
    <EmptyState title={libraryText.empty}>
      Your uploads are stored here, ready to enter in a crucible. Only you can see them until then.
    </EmptyState>
  );
}
