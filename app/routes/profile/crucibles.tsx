import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { createdCrucibles } from "~/domain/crucible/created.server";
import { readProfile } from "~/domain/profile/profiles.server";
import { CrucibleTable } from "~/ui/crucible/table";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { ProfileHead } from "~/ui/profile/profile-head";
import { publicMeta } from "~/ui/parts/public-meta";
import { clock } from "~/web/server/clock.server";
import { notFound, pageParam, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { peopleText } from "~/ui/parts/people-words";

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: `Crucibles by ${data?.person.username ?? "nobody"}` });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await viewer(request);
  const person = await readProfile(params.username ?? "", who);
  if (!person) throw notFound();
  const { items, next } = await createdCrucibles(person.id, who, { before: pageParam(request) });
  const view = { own: who.id === person.id, signedIn: who.id !== null, now: clock.now().getTime() };
  return json({ person: datesToMs(person), items: items.map(datesToMs), next, ...view });
}

export default function ProfileCrucibles() {
  const { person, items, next, own, signedIn, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack profile">
      <ProfileHead person={person} own={own} signedIn={signedIn} tab="crucibles" />
      <section aria-labelledby="opened">
        <h2 id="opened" className="vh">
          {peopleText.cruciblesCreated}
        </h2>
        {items.length > 0 ? (
          <CrucibleTable items={items} caption={`Crucibles created by ${person.username}, newest first`} now={now} />
        ) : (
          <EmptyState
            heading="h3"
            title={own ? peopleText.noneCreated : "No crucibles to show"}
            action={
              own ? (
                <Link className="btn" to="/crucibles/new">
                  Create one
                </Link>
              ) : null
            }
          />
        )}
        {next ? <LoadMore to={`?before=${next}`}>Load older</LoadMore> : null}
      </section>
    </main>
  );
}
