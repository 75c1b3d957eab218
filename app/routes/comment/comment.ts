import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findComment } from "~/domain/comment/finding.server";
import { subjectPath } from "~/domain/comment/schema";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

/** A comment's own address leads to where it stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const comment = await findComment(await viewer(request), numberParam(params.id), clock.now());
  if (!comment) throw notFound();
  return redirect(`${subjectPath(comment)}?before=${comment.id + 1}#comment-${comment.id}`);
}
