import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { scores } from "~/domain/crucible/schema";
import { readPeople } from "~/domain/profile/people.server";
import { EmptyState } from "~/ui/empty-state";
import { LoadMore } from "~/ui/load-more";
import { PeopleTable } from "~/ui/people-table";
import { publicMeta } from "~/ui/public-meta";
import { viewer } from "~/web/guard.server";

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
        {scores.countedVote} for each vote that counted; {scores.judgedEntry} for each entry that was judged and{" "}
        {scores.placedEntry} for each that placed, when its crucible is over.
      </p>
      {people.length > 0 ? (
        <PeopleTable people={people} me={me} />
      ) : (
        <EmptyState
          title="Nobody has a score yet"
          action={
            <Link className="btn" to="/crucibles">
              Judge a crucible
            </Link>
          }
        >
          The first vote that counts starts the list.
        </EmptyState>
      )}
      {next ? <LoadMore to={`?after=${encodeURIComponent(next)}`}>Further down</LoadMore> : null}
    </main>
  );
}
