import { Link } from "@remix-run/react";
import { Avatar } from "../parts/avatar";
import { Unit } from "../parts/buzz";
import { Name } from "../parts/person";
import { Pill } from "../parts/pill";
import { Stats } from "../parts/stat";
import { Tabs } from "../parts/tabs";
import { month, number } from "../parts/format";

export type ProfileView = {
  id: number;
  username: string;
  role: "user" | "moderator" | "admin";
  membership: "free" | "supporter";
  score: number;
  rank: number;
  createdAt: number;
  banned: boolean;
  entered: number;
  /** Of those, the ones that the first tab lists. */
  listed: number;
  placed: number;
  bestPlace: number | null;
  won: number;
  /** The pages beside the entries. */
  tabs: { path: string; label: string; count: number }[];
  votes: number;
};

type Props = {
  person: ProfileView;
  own: boolean;
  signedIn: boolean;
  /** The end of the page's address; empty for the entries. */
  tab: string;
};

/** Who somebody is, what came of it, and the ways to see more. */
export function ProfileHead({ person, own, signedIn, tab }: Props) {
  const { username, listed, tabs } = person;
  const address = `/people/${encodeURIComponent(username)}`;
  return (
    <>
      <header className="who-head">
        <Avatar name={username} size="big" />
        <div>
          <h1>
            <Name name={username} />
          </h1>
          <Standing person={person} />
        </div>
        {own ? (
          <Link className="btn" to="/settings">
            Settings
          </Link>
        ) : null}
        {signedIn && !own ? (
          <Link className="btn quiet" to={`/report?subject=user:${person.id}&to=${address}`}>
            Report
          </Link>
        ) : null}
      </header>
      <Stats className="panel" stats={figures(person)} />
      <Tabs
        label={username}
        tabs={[
          {
            to: address,
            label: own ? "Your entries" : "Entries",
            count: own ? undefined : listed,
            current: tab === "",
          },
          ...tabs.map(({ path, label, count }) => ({ to: `${address}/${path}`, label, count, current: tab === path })),
        ]}
      />
    </>
  );
}

function Standing({ person: { createdAt, role, membership, banned } }: { person: ProfileView }) {
  return (
    <p className="dim row">
      <span>
        Joined <time dateTime={new Date(createdAt).toISOString().slice(0, 7)}>{month(createdAt)}</time>
      </span>
      {membership === "supporter" ? (
        <Pill tone="gold" plain>
          Supporter
        </Pill>
      ) : null}
      {role === "user" ? null : (
        <Pill tone="up" plain>
          {role === "admin" ? "Admin" : "Moderator"}
        </Pill>
      )}
      {banned ? (
        <Pill tone="soon" plain>
          Banned
        </Pill>
      ) : null}
    </p>
  );
}

function figures({ score, rank, votes, entered, placed, bestPlace, won }: ProfileView) {
  return [
    {
      label: "Score",
      value: (
        <>
          {number(score)}
          {score > 0 ? <Unit name={`#${number(rank)}`} /> : null}
        </>
      ),
    },
    { label: "Votes cast", value: number(votes) },
    { label: "Entries", value: number(entered) },
    {
      label: "Placed",
      value: (
        <>
          {number(placed)}
          {entered > 0 ? <Unit name={`of ${number(entered)}`} /> : null}
        </>
      ),
    },
    { label: "Best place", value: bestPlace === null ? "–" : `#${number(bestPlace)}` },
    { label: "Buzz won", value: number(won), gold: true },
  ];
}
