import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { similarUsernames } from "~/domain/profile/people.server";
import { profileEntries, readProfile } from "~/domain/profile/profiles.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { ProfileHead } from "~/ui/profile/profile-head";
import { publicMeta } from "~/ui/parts/public-meta";
import { MediaGrid } from "~/ui/profile/media-grid";
import { clock } from "~/web/server/clock.server";
import { notFound, pageParam, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { peopleText } from "~/ui/parts/people-words";

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: data?.person.username ?? "Nobody" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await viewer(request);
  const person = await readProfile(params.username ?? "", who);
  if (!person) throw notFound({ people: await similarUsernames(params.username ?? ""), now: clock.now().getTime() });
  const { items, next } = await profileEntries(person.id, who, { before: pageParam(request) });
  const entries = { items: items.map((entry) => ({ ...entry, crucible: datesToMs(entry.crucible) })), next };
  return json({
    person: datesToMs(person),
    entries,
    own: who.id === person.id,
    signedIn: who.id !== null,
    now: clock.now().getTime(),
  });
}

export default function Profile() {
  const { person, entries, own, signedIn, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack profile">
      <ProfileHead person={person} own={own} signedIn={signedIn} tab="" />
      <section aria-labelledby="entries">
        <h2 id="entries" className="vh">
          Entries
        </h2>
        {entries.items.length > 0 ? <MediaGrid items={entries.items} now={now} /> : <NoEntries own={own} />}
        {entries.next ? <LoadMore to={`?before=${entries.next}`}>Load older entries</LoadMore> : null}
      </section>
    </main>
  );
}

function NoEntries({ own }: { own: boolean }) {
  const title = own ? peopleText.nothingEntered : "No entries to show";
  const way = (
    <Link className="btn" to="/crucibles">
      {own ? "Find a crucible to enter" : "See the crucibles"}
    </Link>
  );
  return (
    <EmptyState heading="h3" title={title} action={way}>
      {own ? null : "Entries and their places appear here when their crucible ends, if your content settings allow."}
    </EmptyState>
  );
}
