import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { boards } from "~/domain/challenge/boards";
import { leaderboard } from "~/domain/challenge/people.server";
import { score } from "~/ui/challenge/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { number } from "~/ui/parts/format";
import { Medal } from "~/ui/parts/medal";
import { PersonLink } from "~/ui/parts/person";
import { publicMeta } from "~/ui/parts/public-meta";
import { Tabs } from "~/ui/parts/tabs";
import { clock } from "~/web/server/clock.server";
import { currentUser } from "~/web/session/session.server";

const MOST = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const by = boards.find((board) => board === search.get("by")) ?? "wins";
  const period = search.get("period") === "month" ? ("month" as const) : ("all" as const);
  const now = clock.now();
  const since = period === "month" ? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)) : null;
  const user = await currentUser(request);
  return json({ by, period, rows: await leaderboard({ by, since, limit: MOST }), me: user?.id ?? null });
}

export const meta: MetaFunction = (args) => publicMeta(args, { title: "Challenge leaderboard" });

const labels = { wins: "Wins", entries: "Entries", best: "Best total" };

export default function ChallengeLeaderboard() {
  const { by, period, rows } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack">
      <Link className="crumb" to="/challenges">
        Challenges
      </Link>
      <h1>Leaderboard</h1>
      <Tabs
        label="Rank by"
        tabs={boards.map((board) => ({
          to: `?by=${board}&period=${period}`,
          label: labels[board],
          current: board === by,
        }))}
      />
      <p className="row">
        <Link
          className="btn quiet"
          to={`?by=${by}&period=month`}
          aria-current={period === "month" ? "page" : undefined}
        >
          This month
        </Link>
        <Link className="btn quiet" to={`?by=${by}&period=all`} aria-current={period === "all" ? "page" : undefined}>
          All time
        </Link>
      </p>
      {rows.length > 0 ? (
        <Board />
      ) : (
        <EmptyState icon="clock" title="Nobody is on it yet">
          {period === "month" ? "No challenge has been completed this month." : "No challenge has been completed yet."}
        </EmptyState>
      )}
    </main>
  );
}

function Board() {
  const { rows, me } = useLoaderData<typeof loader>();
  return (
    <table className="table">
      <caption className="vh">People by their results in challenges</caption>
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Person</th>
          <th scope="col" className="n">
            Wins
          </th>
          <th scope="col" className="n">
            Entries
          </th>
          <th scope="col" className="n">
            Best total
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ userId, username, rank, wins, entries, best }) => (
          <tr key={userId} className={userId === me ? "mine" : undefined}>
            <td>
              <Medal place={rank} />
            </td>
            <th scope="row">
              <PersonLink name={username} />
            </th>
            <td className="n">{number(wins)}</td>
            <td className="n">{number(entries)}</td>
            <td className="n">{score(best)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
