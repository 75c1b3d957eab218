import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { readComments } from "~/domain/comment/comments.server";
import { CommentForm } from "~/domain/comment/schema";
import { writeComment } from "~/domain/comment/writing.server";
import { Discussion } from "~/ui/comment/discussion";
import { readForm } from "~/web/form/form.server";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, pageParam, requireUser, viewer } from "~/web/session/guard.server";

export const meta: MetaFunction = ({ matches }) => [
  ...(matches.at(-2)?.meta ?? []).filter((one) => !("title" in one)),
  { title: "Discussion · Crucible" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const about = { subjectKind: "challenge", subjectId: numberParam(params.id) } as const;
  const now = clock.now();
  const found = await readComments(await viewer(request), about, { now, before: pageParam(request) });
  if (!found) throw notFound();
  return json({ ...found, items: found.items.map(datesToMs), now: now.getTime() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const subjectId = numberParam(params.id);
  const author = { ...(await viewer(request)), id: user.id };
  const form = await readForm(request, CommentForm);
  if (!form.ok) return form.reply;

  const said = { author, subjectKind: "challenge", subjectId, body: form.value.body, now: clock.now() } as const;
  const done = await write((tx) => writeComment(tx, said));
  if (!done) throw notFound();
  return redirectWithFlash(done.path, "Comment posted.");
}

export default function ChallengeDiscussion() {
  return (
    <section aria-labelledby="discussion">
      <h2 id="discussion" className="vh">
        Discussion
      </h2>
      <Discussion {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />
    </section>
  );
}
