import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { challengesBy, honors, personStats } from "~/domain/challenge/people.server";
import { readProfile } from "~/domain/profile/profiles.server";
import { Honors } from "~/ui/challenge/honors";
import { ChallengeTable } from "~/ui/challenge/table";
import { score } from "~/ui/challenge/view";
import { EmptyState } from "~/ui/parts/empty-state";
import { number } from "~/ui/parts/format";
import { LoadMore } from "~/ui/parts/load-more";
import { publicMeta } from "~/ui/parts/public-meta";
import { Stats } from "~/ui/parts/stat";
import { ProfileHead } from "~/ui/profile/profile-head";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { notFound, pageParam, viewer } from "~/web/session/guard.server";

const PAGE = 24;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: `Challenges of ${data?.person.username ?? "nobody"}` });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await viewer(request);
  const person = await readProfile(params.username ?? "", who);
  if (!person) throw notFound();
  const show = new URL(request.url).searchParams.get("show") === "opened" ? ("opened" as const) : ("entered" as const);
  const now = clock.now();
  const page = { userId: person.id, viewer: who, show, before: pageParam(request), limit: PAGE, now };
  const { items, next } = await challengesBy(page);
  const view = { own: who.id === person.id, signedIn: who.id !== null, show, now: now.getTime() };
  const figures = { userId: person.id, own: view.own };
  return json({
    person: datesToMs(person),
    stats: await personStats(figures),
    ...(await honors(figures)),
    items: items.map(datesToMs),
    next,
    ...view,
  });
}

export default function ProfileChallenges() {
  const { person, stats, badges, streak, items, next, own, signedIn, show, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack profile">
      <ProfileHead person={person} own={own} signedIn={signedIn} tab="challenges" />
      <section className="stack" aria-labelledby="challenges">
        <h2 id="challenges" className="vh">
          Challenges
        </h2>
        <Stats
          stats={[
            { label: "Entered", value: number(stats.entered) },
            { label: "Placed", value: number(stats.placed) },
            { label: "Best total", value: stats.best === null ? "–" : score(stats.best) },
            { label: "Buzz won", value: number(stats.buzz), gold: stats.buzz > 0 },
          ]}
        />
        <Honors badges={badges} streak={streak} />
        <p className="row">
          <Link className="btn quiet" to="?show=entered" aria-current={show === "entered" ? "page" : undefined}>
            Entered
          </Link>
          <Link className="btn quiet" to="?show=opened" aria-current={show === "opened" ? "page" : undefined}>
            Opened
          </Link>
        </p>
        {items.length > 0 ? (
          <ChallengeTable items={items} caption={`Challenges of ${person.username}, newest first`} now={now} />
        ) : (
          <EmptyState heading="h3" title={show === "opened" ? "Nothing opened yet" : "Nothing entered yet"} />
        )}
        {next ? <LoadMore to={`?show=${show}&before=${next}`}>Load older</LoadMore> : null}
      </section>
    </main>
  );
}
