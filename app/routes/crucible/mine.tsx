import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useOutletContext } from "@remix-run/react";
import { ownEntries } from "~/domain/crucible/entry-lists.server";
import { Buzz } from "~/ui/parts/buzz";
import { crucibleState } from "~/ui/crucible/state";
import type { CrucibleState } from "~/ui/crucible/state";
import { entryTitle } from "~/ui/crucible/view";
import type { CrucibleContext } from "~/ui/crucible/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { NoPicture, Picture } from "~/ui/parts/picture";
import { buzz, count, number, ordinal } from "~/ui/parts/format";
import { numberParam, requireUser } from "~/web/session/guard.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return json({ own: await ownEntries(numberParam(params.id), user.id) });
}

type Own = Awaited<ReturnType<typeof ownEntries>>[number];

export default function CrucibleMine() {
  const { own } = useLoaderData<typeof loader>();
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { phase } = crucibleState(crucible, now);
  if (own.length === 0) return <None phase={phase} id={crucible.id} />;
  return (
    <section className="stack" aria-labelledby="mine">
      <h2 id="mine" className="vh">
        Your entries in detail
      </h2>
      <ul className="own-entries">
        {own.map((entry) => (
          <li key={entry.id} className="panel">
            <Link className="tile" to={`/media/${entry.media?.key}`}>
              {entry.media ? (
                <Picture media={entry.media} alt={entryTitle(entry)} sizes="9rem" />
              ) : (
                <NoPicture words={entryTitle(entry)} />
              )}
            </Link>
            <div>
              <h3>{entryTitle(entry)}</h3>
              <Standing entry={entry} of={crucible.entryCount} onTrack={crucible.prizesNow} phase={phase} />
              {phase === "open" || phase === "judging" ? <Withdraw entry={entry} /> : null}
              {entry.place === null || !entry.media ? null : (
                <Link className="btn" to={`/entries/${entry.id}`}>
                  Share this entry
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type StandingProps = { entry: Own; of: number; onTrack: number[]; phase: CrucibleState["phase"] };

function Standing({ entry, of, onTrack, phase }: StandingProps) {
  const running = phase === "open" || phase === "judging";
  const { disqualifiedReason, place, prize, rank, votes, wins, losses, elo, settled } = entry;
  if (disqualifiedReason !== null)
    return (
      <p>
        <b className="bad">Disqualified:</b> {disqualifiedReason} The fee stays in the pool.
      </p>
    );
  const judged =
    votes > 0
      ? `${number(settled ?? elo)} ${settled === null ? "" : "settled "}rating, ${number(wins)}–${number(losses)} won–lost in ${count(votes, "vote")}`
      : running
        ? "Not judged yet"
        : "Never judged";
  if (place !== null)
    return (
      <p>
        <b>
          {ordinal(place)} of {number(of)}
        </b>
        {prize ? (
          <>
            , won <Buzz amount={prize} unit />
          </>
        ) : null}
        . <span className="dim">{judged}.</span>
      </p>
    );
  const due = rank === null ? 0 : (onTrack[rank - 1] ?? 0);
  return (
    <p>
      {running && rank !== null ? (
        <>
          <b>
            #{number(rank)} of {number(of)}
          </b>
          {due > 0 && votes > 0 ? (
            <>
              , on track for <Buzz amount={due} unit />
            </>
          ) : null}
          .{" "}
        </>
      ) : null}
      <span className="dim">{judged}.</span>
    </p>
  );
}

/** Until its first vote an entry can be taken back. */
function Withdraw({ entry: { id, votes, fee, disqualifiedReason } }: { entry: Own }) {
  if (disqualifiedReason !== null) return null;
  if (votes > 0) return <p className="meta">{crucibleText.hasVotes}</p>;
  return (
    <Form method="post" action={`/entries/${id}/withdrawal`}>
      <button className="btn">{fee > 0 ? `Withdraw (${buzz(fee)} refund)` : "Withdraw"}</button>
    </Form>
  );
}

function None({ phase, id }: { phase: CrucibleState["phase"]; id: number }) {
  const why =
    phase === "upcoming"
      ? "This crucible hasn’t opened yet."
      : phase === "cancelled"
        ? "This crucible was canceled."
        : "Entries are closed.";
  if (phase !== "open") return <EmptyState title="You didn’t enter">{why}</EmptyState>;
  return (
    <EmptyState
      title="You haven’t entered yet"
      action={
        <Link className="btn primary" to={`/crucibles/${id}/submit`}>
          Submit an entry
        </Link>
      }
    >
      Choose from your library or upload something new.
    </EmptyState>
  );
}
