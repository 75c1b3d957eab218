import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { profileComments } from "~/domain/profile/commenting.server";
import { readProfile } from "~/domain/profile/profiles.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { ProfileHead } from "~/ui/profile/profile-head";
import { CommentList } from "~/ui/comment/comment-list";
import { clock } from "~/web/server/clock.server";
import { notFound, pageParam, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { peopleText } from "~/ui/parts/people-words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Comments by ${data?.person.username ?? "nobody"} · Crucible` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await viewer(request);
  const person = await readProfile(params.username ?? "", who);
  if (!person) throw notFound();
  const { items, next } = await profileComments(person.id, who, { before: pageParam(request) });
  const view = { own: who.id === person.id, signedIn: who.id !== null, now: clock.now().getTime() };
  return json({ person: datesToMs(person), items: items.map(datesToMs), next, ...view });
}

export default function ProfileComments() {
  const { person, items, next, own, signedIn, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack profile">
      <ProfileHead person={person} own={own} signedIn={signedIn} tab="comments" />
      <section aria-labelledby="said">
        <h2 id="said" className="vh">
          Comments
        </h2>
        {items.length > 0 ? <CommentList items={items} now={now} /> : <NoComments own={own} />}
        {next ? <LoadMore to={`?before=${next}`}>Load older comments</LoadMore> : null}
      </section>
    </main>
  );
}

function NoComments({ own }: { own: boolean }) {
  if (!own)
    return (
      <EmptyState heading="h3" icon="dots" title="No comments to show">
        Only comments on things you can see are shown here.
      </EmptyState>
    );
  return (
    <EmptyState
      heading="h3"
      icon="dots"
      title={peopleText.noComments}
      action={
        <Link className="btn" to="/crucibles">
          See the crucibles
        </Link>
      }
    >
      You can comment on any crucible or image.
    </EmptyState>
  );
}
