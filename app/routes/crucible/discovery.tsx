import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { descriptionText } from "~/domain/list/markdown";
import { DiscoveryQuery } from "~/domain/crucible/discovery";
import type { Discovery } from "~/domain/crucible/discovery";
import { shuffledEntries } from "~/domain/crucible/entry-lists.server";
import { findCrucibles, findHero, listedBaseModels, runningTotals } from "~/domain/crucible/finding.server";
import type { FoundCrucible } from "~/domain/crucible/finding.server";
import { activeCrucibles, personStats } from "~/domain/crucible/live-standings.server";
import { guest } from "~/domain/media/content-ratings";
import { Card } from "~/ui/crucible/card";
import { cardOf } from "~/ui/crucible/view";
import { Feature } from "~/ui/crucible/discovery/feature";
import { Finder } from "~/ui/crucible/discovery/finder";
import { Intro } from "~/ui/crucible/discovery/intro";
import { Welcome } from "~/ui/crucible/discovery/welcome";
import { EmptyState } from "~/ui/parts/empty-state";
import { Icon } from "~/ui/parts/icon";
import { LoadMore } from "~/ui/parts/load-more";
import { useMorePages } from "~/ui/parts/more-pages";
import { publicMeta } from "~/ui/parts/public-meta";
import { buzz, count } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { currentUser } from "~/web/session/session.server";
import { discoveryText } from "~/ui/crucible/discovery/discovery-words";

const PAGE = 24;

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const asked = askedBy(search);
  const [who, user, now] = [await viewer(request), await currentUser(request), clock.now()];
  const { rows, next } = await findCrucibles({ asked, viewer: who, limit: PAGE, now });
  const hero = isFront(search) ? await findHero(who, now) : null;
  return json({
    asked: { ...asked, sort: search.get("sort") ? asked.sort : null },
    narrowed: Boolean(asked.words || asked.baseModel || search.get("status")),
    page: { rows: rows.map(cardOf), next },
    hero: hero && { ...cardOf(hero), featured: hero.featured, summary: descriptionText(hero.description) },
    totals: await runningTotals(who, now),
    baseModels: await listedBaseModels(),
    own: user && {
      username: user.username,
      stats: await personStats(user.id),
      active: await ownCrucibles(user.id, now),
    },
    taste: user || asked.words ? null : await taste(hero ?? (await findHero(who, now))),
    grant: env().SIGN_UP_GRANT,
    now: now.getTime(),
  });
}

function askedBy(search: URLSearchParams): Discovery {
  const { q: words, model: baseModel, ...rest } = Object.fromEntries(search);
  const given = Object.entries({ ...rest, words, baseModel }).filter(([, value]) => value);
  return DiscoveryQuery.parse(Object.fromEntries(given));
}

/** The front page as such: nothing was asked for. */
function isFront(search: URLSearchParams) {
  const plain = { tab: "featured", status: "active" } as Record<string, string>;
  return [...search].every(([name, value]) => value === "" || value === plain[name]);
}

async function ownCrucibles(userId: number, now: Date) {
  const active = await activeCrucibles(userId, now);
  return active.map(({ prizes, ownEntries, entriesPerPerson, entriesCap, ...row }) => {
    const room = ownEntries < entriesPerPerson && (entriesCap === null || row.entryCount < entriesCap);
    return { ...datesToMs(row), paidPlaces: prizes.length, room };
  });
}

/** Two entries of the first crucible, as any guest may see them. */
async function taste(hero: FoundCrucible | null) {
  if (!hero) return null;
  const { rows } = await shuffledEntries({ crucibleId: hero.id, viewer: guest, limit: 2 });
  return rows.length === 2 ? { name: hero.name, pair: rows.map(({ media }) => media!) } : null;
}

export const meta: MetaFunction = (args) => publicMeta(args, { title: "Crucibles" });

export default function DiscoveryPage() {
  const { asked, own, taste, grant, totals, now } = useLoaderData<typeof loader>();
  const introduced = !own && !asked.words;
  return (
    <main id="main" className="wrap stack discovery">
      {introduced ? <Intro grant={grant} taste={taste} /> : <Heading />}
      {own && !asked.words ? <Welcome username={own.username} stats={own.stats} own={own.active} now={now} /> : null}
      <section className="stack" aria-labelledby="find">
        {introduced ? (
          <Running totals={totals} />
        ) : (
          <h2 id="find" className="vh">
            Find a crucible
          </h2>
        )}
        <Found />
      </section>
    </main>
  );
}

function Heading() {
  return (
    <div className="row between">
      <h1>Crucibles</h1>
      <Link className="btn primary" to="/crucibles/new/basics">
        <Icon name="plus" />
        Create crucible
      </Link>
    </div>
  );
}

function Running({ totals }: { totals: { crucibles: number; pool: number } }) {
  return (
    <div className="row between">
      <h2 id="find">Running now</h2>
      {totals.crucibles > 0 ? (
        <p className="meta">
          {count(totals.crucibles, "crucible")}, {buzz(totals.pool)} in prizes
        </p>
      ) : null}
    </div>
  );
}

function Found() {
  const { asked, baseModels, hero, page, now } = useLoaderData<typeof loader>();
  const { rows, to, link, loading } = useMorePages(page);
  const others = rows.filter(({ id }) => id !== hero?.id);
  return (
    <>
      <Finder asked={asked} baseModels={baseModels} />
      {hero ? <Feature crucible={hero} now={now} /> : null}
      {others.length > 0 ? (
        <ul className="cards" key={JSON.stringify(asked)}>
          {others.map((crucible) => (
            <Card key={crucible.id} crucible={crucible} now={now} />
          ))}
        </ul>
      ) : null}
      {others.length === 0 && !hero ? <Nothing /> : null}
      <LoadMore to={to} link={link} loading={loading}>
        {discoveryText.loadMore}
      </LoadMore>
    </>
  );
}

function Nothing() {
  const { narrowed, asked } = useLoaderData<typeof loader>();
  if (narrowed || asked.after) {
    const wider =
      asked.words && asked.status !== "any" ? `/crucibles?q=${encodeURIComponent(asked.words)}&status=any` : null;
    return (
      <EmptyState
        icon="search"
        title={discoveryText.nothingMatches}
        heading="h3"
        action={
          <Link className="btn" to="/crucibles">
            {discoveryText.showRunning}
          </Link>
        }
      >
        No crucibles match {asked.words ? <>“{asked.words}”</> : "these filters"}. Try fewer words
        {wider ? (
          <>
            , or <Link to={wider}>any status</Link>
          </>
        ) : null}
        .
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="clock"
      title={discoveryText.noneRunning}
      heading="h3"
      action={
        <Link className="btn primary" to="/crucibles/new/basics">
          {discoveryText.createCrucible}
        </Link>
      }
    >
      Start the next one. Eight hours is free. Or browse <Link to="/crucibles?status=completed">past crucibles</Link>.
    </EmptyState>
  );
}
