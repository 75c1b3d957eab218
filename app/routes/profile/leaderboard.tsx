import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { scores } from "~/domain/crucible/schema";
import { readPeople } from "~/domain/profile/people.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { PeopleTable } from "~/ui/profile/people-table";
import { publicMeta } from "~/ui/parts/public-meta";
import { viewer } from "~/web/session/guard.server";
import { peopleText } from "~/ui/parts/people-words";

export const meta: MetaFunction = (args) => publicMeta(args, { title: "Leaderboard" });

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after");
  return json({ ...(await readPeople({ after })), me: (await viewer(request)).id, scores });
}

export default function Leaderboard() {
  const { people, next, me, scores } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Leaderboard</h1>
      <p>
        {scores.countedVote} per counted vote, {scores.judgedEntry} per judged entry and {scores.placedEntry} per placed
        entry, added when the crucible ends.
      </p>
      {people.length > 0 ? (
        <PeopleTable people={people} me={me} />
      ) : (
        <EmptyState
          title={peopleText.noScores}
          action={
            <Link className="btn" to="/crucibles">
              Judge a crucible
            </Link>
          }
        >
          The list starts with the first counted vote.
        </EmptyState>
      )}
      {next ? <LoadMore to={`?after=${encodeURIComponent(next)}`}>Next page</LoadMore> : null}
    </main>
  );
}
