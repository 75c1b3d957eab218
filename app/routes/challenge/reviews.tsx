import { json, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { toReview } from "~/domain/challenge/reviewing/by-hand.server";
import { isModerator } from "~/domain/moderation/rules";
import { challengeText } from "~/ui/challenge/challenge-words";
import { EmptyState } from "~/ui/parts/empty-state";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => [{ title: "Score entries · Crucible" }];

/** The next entry to score, or that there is none. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const reviewer = { id: user.id, moderator: isModerator(user) };
  const found = await toReview(numberParam(params.id), reviewer, null);
  if (!found) throw notFound();
  const { id, title } = found.challenge;
  if (found.entryId !== null) return redirect(`/challenges/${id}/reviews/${found.entryId}`, 302);
  return json({ id, title });
}

export default function Reviews() {
  const { id, title } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack page">
      <Link className="crumb" to={`/challenges/${id}`}>
        {title}
      </Link>
      <h1>{challengeText.judgeByHand}</h1>
      <EmptyState icon="check" title="Nothing left to score">
        Everything that waits for a person has been scored.
      </EmptyState>
    </main>
  );
}
