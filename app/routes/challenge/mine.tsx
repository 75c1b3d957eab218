import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useOutletContext } from "@remix-run/react";
import { ownEntries } from "~/domain/challenge/viewing.server";
import { challengeText } from "~/ui/challenge/challenge-words";
import { Scores } from "~/ui/challenge/crits";
import type { OwnEntry } from "~/ui/challenge/figures";
import { challengeState } from "~/ui/challenge/state";
import { score } from "~/ui/challenge/view";
import type { ChallengeContext } from "~/ui/challenge/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { ordinal } from "~/ui/parts/format";
import { Picture } from "~/ui/parts/picture";
import { datesToMs } from "~/web/response/instants";
import { numberParam, requireUser } from "~/web/session/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const own = await ownEntries({ challengeId: numberParam(params.id), userId: user.id });
  return json({ own: own.map((entry) => ({ ...entry, review: entry.review && datesToMs(entry.review) })) });
}

export default function ChallengeMine() {
  const { own } = useLoaderData<typeof loader>();
  const { challenge, now } = useOutletContext<ChallengeContext>();
  const { phase } = challengeState(challenge, now);
  if (own.length === 0)
    return (
      <EmptyState
        title="You haven’t entered"
        action={
          phase === "open" && !challenge.mine ? (
            <Link className="btn primary" to={`/challenges/${challenge.id}/submit`}>
              {challengeText.submitEntries}
            </Link>
          ) : null
        }
      >
        {phase === "open" ? "Entering is free." : ""}
      </EmptyState>
    );
  return (
    <section className="stack" aria-labelledby="mine">
      <h2 id="mine" className="vh">
        Your entries in detail
      </h2>
      <ul className="own-entries">
        {own.map((entry, at) => (
          <li key={entry.id} className="panel">
            <Link className="tile" to={`/media/${entry.media.key}`}>
              <Picture media={entry.media} alt={entry.media.alt || `Your entry ${at + 1}`} sizes="9rem" />
            </Link>
            <div>
              <h3>{entry.media.alt || `Your entry ${at + 1}`}</h3>
              <Standing entry={entry} />
              {phase === "open" && !entry.removedReason ? <Withdraw id={entry.id} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where an entry stands: its scores and the judge’s words, or what it waits for. */
function Standing({ entry }: { entry: OwnEntry }) {
  const { challenge, now } = useOutletContext<ChallengeContext>();
  const { place, removedReason, review } = entry;
  if (removedReason) return <p className="aside">Removed: {removedReason}</p>;
  if (review?.state !== "done")
    return <p className="meta">{waitingFor(entry, challengeState(challenge, now).phase)}</p>;
  return (
    <>
      <p>
        <b className="total big">
          {score(review.total!)}
          <span className="unit">of 10</span>
        </b>{" "}
        {place === null ? null : <span className="ok">{ordinal(place)} place</span>}
      </p>
      <Scores criteria={challenge.criteria} scores={review.scores!} />
      {review.words ? <blockquote className="said">{review.words}</blockquote> : null}
      {review.aside ? (
        <p className="small aside">
          Set aside: words in it seem to speak to the judge, so it isn’t placed unless a moderator lets it back in.
        </p>
      ) : null}
      {review.scores![0]! < 2 ? <p className="small aside">Theme under 2: it is out.</p> : null}
    </>
  );
}

function waitingFor({ review }: OwnEntry, phase: string) {
  if (!review)
    return phase === "open"
      ? "Waits for the end: first entries come first."
      : "Not reviewed: all reviews were used up.";
  return review.state === "by-hand" ? "Waits for a person to score it." : "Waits for the judge.";
}

function Withdraw({ id }: { id: number }) {
  return (
    <Form method="post" action={`/challenges/entries/${id}/withdrawal`}>
      <button className="btn quiet">Withdraw</button>
    </Form>
  );
}
