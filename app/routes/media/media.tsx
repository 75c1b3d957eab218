import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { commentCounts } from "~/domain/comment/comments.server";
import { mediaDetail, mediaIdOf } from "~/domain/media/detail.server";
import { contentRatingName } from "~/domain/media/content-ratings";
import { MediaForm, mediaRefusals } from "~/domain/media/schema";
import { redescribeMedia } from "~/domain/media/uses.server";
import { Chip } from "~/ui/parts/chip";
import { GenerationDetails } from "~/ui/media/generation-details";
import { MediaFields } from "~/ui/media/media-panel";
import { MediaFrame } from "~/ui/media/media-frame";
import { PersonLink } from "~/ui/parts/person";
import { publicMeta } from "~/ui/parts/public-meta";
import { When } from "~/ui/parts/when";
import { count, sentence } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser, viewer } from "~/web/session/guard.server";
import { libraryText } from "~/ui/parts/library-words";

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: data?.item.alt || "Image", image: data?.item.pictures?.[1]?.url });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = await mediaIdOf(params.key);
  const item = await mediaDetail(await viewer(request), id);
  if (!item) throw notFound();
  if (params.key !== item.key) throw redirect(`/media/${item.key}`, 302);
  const counts = await commentCounts("media", [id]);
  return json({
    item: { ...item, createdAt: item.createdAt.getTime() },
    comments: counts.get(id) ?? 0,
    now: clock.now().getTime(),
  });
}

/** The owner's words about it; the form stands in the library. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const mediaId = await mediaIdOf(params.key);
  const form = await readForm(request, MediaForm);
  if (!form.ok) return form.reply;

  const { alt, level, hidePrompt, publish } = form.value;
  const ticked = { hidePrompt: hidePrompt === "on", publish: publish === "on" };
  const done = await write((tx) =>
    redescribeMedia(tx, { ownerId: user.id, mediaId, alt, level, ...ticked, now: clock.now() }),
  );
  if (!done) throw notFound();
  if (!done.ok)
    return form.refuse({ [done.reason === "judged-now" ? "publish" : "level"]: mediaRefusals[done.reason] });
  return redirectWithFlash(`/library?item=${mediaId}`, "Saved.");
}

export default function Media() {
  const { item, comments, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <main id="main" className="wrap media-page">
      <div className="row between">
        <h1>{item.alt || (item.own ? `Item ${item.id}` : "A picture")}</h1>
        {item.own ? (
          <Link className="btn" to={`/library?item=${item.id}`}>
            {libraryText.editInLibrary}
          </Link>
        ) : null}
      </div>
      <div className="cols">
        <div className="body stack">
          <MediaFrame media={item} sizes="(max-width: 64rem) 94vw, 52rem" eager />
        </div>
        <aside className="side panel stack" aria-label="About this item">
          {item.own && refused ? <MediaFields item={item} refused={refused} /> : null}
          <p className="row by-line">
            <span>
              By <PersonLink name={item.owner.username} />
            </span>
          </p>
          <p className="chips">
            <Chip>{contentRatingName(item.level)}</Chip>
            <span className="meta">
              {`${item.width} × ${item.height} px, added `}
              <When at={item.createdAt} now={now} />
            </span>
          </p>
          <div>
            {item.generation ? (
              <GenerationDetails
                generation={item.generation}
                rawAt={item.own ? `/media/${item.key}/raw` : undefined}
                open
              />
            ) : (
              <p className="why">The file has no information about how it was made.</p>
            )}
          </div>
          <Actions item={item} comments={comments} />
        </aside>
      </div>
    </main>
  );
}

function Actions({ item, comments }: { item: { id: number; key: string; own: boolean }; comments: number }) {
  return (
    <p className="row">
      <Link className="btn" to={`/media/${item.key}/comments`}>
        {sentence(count(comments, "comment"))}
      </Link>
      {item.own ? (
        <a className="btn quiet" href={`/media/${item.key}/original`}>
          Download original
        </a>
      ) : (
        <Link className="btn quiet" to={`/report?subject=media:${item.id}`}>
          Report
        </Link>
      )}
    </p>
  );
}
