import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChallengeQuery } from "~/domain/challenge/discovery";
import type { Discovery } from "~/domain/challenge/discovery";
import {
  challengesOf,
  comingUp,
  countByStatus,
  findChallenges,
  todaysChallenge,
} from "~/domain/challenge/finding.server";
import { honors, personStats } from "~/domain/challenge/people.server";
import { ChallengeCard } from "~/ui/challenge/card";
import { challengeText } from "~/ui/challenge/challenge-words";
import { ChallengeFinder } from "~/ui/challenge/finder";
import { ChallengeIntro, ComingUp, OpenOne, Today } from "~/ui/challenge/front";
import { ChallengeWelcome } from "~/ui/challenge/welcome";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { useMorePages } from "~/ui/parts/more-pages";
import { publicMeta } from "~/ui/parts/public-meta";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { viewer } from "~/web/session/guard.server";
import { currentUser } from "~/web/session/session.server";

const PAGE = 24;
const OWN = 6;
const COMING = 8;

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const asked = askedBy(search);
  const [who, user, now] = [await viewer(request), await currentUser(request), clock.now()];
  const { rows, next } = await findChallenges({ asked, viewer: who, limit: PAGE, now });
  const front = asked.status === "active" && !asked.q && !asked.source && !asked.mine && !asked.after;
  const today = front ? await todaysChallenge(who, now) : null;
  return json({
    asked: { ...asked, after: null },
    narrowed: Boolean(asked.q || asked.source || asked.mine),
    page: { rows: rows.map(datesToMs), next },
    counts: await countByStatus({ asked, viewer: who, now }),
    today: today && datesToMs(today),
    coming: front ? (await comingUp(who, now, COMING)).map(datesToMs) : [],
    own: user && {
      username: user.username,
      stats: await personStats({ userId: user.id, own: true }),
      streak: (await honors({ userId: user.id, own: true })).streak.now,
      challenges: (await challengesOf(user.id, now, OWN)).map(datesToMs),
    },
    now: now.getTime(),
  });
}

function askedBy(search: URLSearchParams): Discovery {
  return ChallengeQuery.parse(Object.fromEntries([...search].filter(([, value]) => value !== "")));
}

export const meta: MetaFunction = (args) =>
  publicMeta(args, {
    title: challengeText.title,
    description: "Themes with prizes paid in beforehand, judged without names by a rubric that everyone can read.",
  });

export default function ChallengesPage() {
  const { own, coming, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack discovery">
      <div className="row between">
        <h1>{challengeText.title}</h1>
        <p className="row headacts">
          <Link className="btn" to="/challenges/leaderboard">
            Leaderboard
          </Link>
          <OpenOne />
        </p>
      </div>
      {own ? (
        <ChallengeWelcome
          username={own.username}
          stats={own.stats}
          streak={own.streak}
          own={own.challenges}
          now={now}
        />
      ) : (
        <ChallengeIntro />
      )}
      <section className="stack" aria-labelledby="find">
        <h2 id="find" className="vh">
          Find a challenge
        </h2>
        <Found />
      </section>
      <ComingUp challenges={coming} />
    </main>
  );
}

function Found() {
  const { asked, counts, own, today, page, narrowed, now } = useLoaderData<typeof loader>();
  const { rows, to, link, loading } = useMorePages(page);
  const others = rows.filter(({ id }) => id !== today?.id);
  return (
    <>
      <ChallengeFinder asked={asked} counts={counts} signedIn={own !== null} />
      {today ? <Today challenge={today} now={now} /> : null}
      {others.length > 0 ? (
        <ul className="cards" key={JSON.stringify(asked)}>
          {others.map((challenge) => (
            <ChallengeCard key={challenge.id} challenge={challenge} now={now} />
          ))}
        </ul>
      ) : null}
      {others.length === 0 && !today ? <Nothing narrowed={narrowed} /> : null}
      <LoadMore to={to} link={link} loading={loading}>
        Load more challenges
      </LoadMore>
    </>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        icon="search"
        heading="h3"
        title={challengeText.nothingMatches}
        action={
          <Link className="btn" to="/challenges">
            Show all
          </Link>
        }
      >
        Try fewer words, or another status.
      </EmptyState>
    );
  return (
    <EmptyState icon="clock" heading="h3" title={challengeText.noneYet} action={<OpenOne />}>
      Open one: choose a theme, pay in the prizes, and it goes live.
    </EmptyState>
  );
}
