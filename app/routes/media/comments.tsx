import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { readComments } from "~/domain/comment/comments.server";
import { CommentForm } from "~/domain/comment/schema";
import { writeComment } from "~/domain/comment/writing.server";
import { mediaDetail, mediaIdOf } from "~/domain/media/detail.server";
import { MediaFrame } from "~/ui/media/media-frame";
import { publicMeta } from "~/ui/parts/public-meta";
import { Discussion } from "~/ui/comment/discussion";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, pageParam, requireUser, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: `Comments on ${data?.item.alt || "an image"}`, image: data?.item.pictures?.[1]?.url });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const subjectId = await mediaIdOf(params.key);
  const who = await viewer(request);
  const item = await mediaDetail(who, subjectId);
  const now = clock.now();
  const found =
    item && (await readComments(who, { subjectKind: "media", subjectId }, { now, before: pageParam(request) }));
  if (!found) throw notFound();
  const { id, key, kind, width, height, pictures, video, thumbhash, alt } = item;
  const media = { id, key, kind, width, height, pictures, video, thumbhash, alt };
  return json({ item: media, ...found, items: found.items.map(datesToMs), now: now.getTime() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const subjectId = await mediaIdOf(params.key);
  const author = { ...(await viewer(request)), id: user.id };
  const form = await readForm(request, CommentForm);
  if (!form.ok) return form.reply;

  const said = { author, subjectKind: "media", subjectId, body: form.value.body, now: clock.now() } as const;
  const done = await write((tx) => writeComment(tx, said));
  if (!done) throw notFound();
  return redirectWithFlash(done.path, "Comment posted.");
}

export default function MediaComments() {
  const { item, ...thread } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack">
      <p>
        <Link className="crumb" to={`/media/${item.key}`}>
          Back to {item.alt || "the image"}
        </Link>
      </p>
      <h1>Comments</h1>
      <div className="about">
        <MediaFrame media={item} sizes="(max-width: 46rem) 92vw, 20rem" eager />
      </div>
      <Discussion {...thread} lastResult={useActionData<typeof action>()} />
    </main>
  );
}
