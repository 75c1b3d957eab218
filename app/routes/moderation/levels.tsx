import { json, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { unratedMedia } from "~/domain/moderation/queues.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { TextField } from "~/ui/parts/field";
import { LoadMore } from "~/ui/parts/load-more";
import { Tile } from "~/ui/media/media-frame";
import { ModerationFrame } from "~/ui/moderation/frame";
import { pageParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Content ratings · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const wanted = pageParam(request, "media");
  if (wanted) throw redirect(`/moderation/levels/${wanted}`);
  return json(await unratedMedia({ before: pageParam(request) }));
}

export default function ModerationLevels() {
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/levels" title="Content ratings">
      <Form method="get" className="filters">
        <TextField
          field={{ id: "media", name: "media" }}
          label={moderationText.itemNumber}
          inputMode="numeric"
          hint="From its URL: 7 in /media/7"
        />
        <p className="row">
          <button className="btn">{moderationText.correctRating}</button>
        </p>
      </Form>
      <section className="stack" aria-labelledby="unrated">
        <h2 id="unrated">Not rated yet</h2>
        {items.length > 0 ? (
          <ul className="tiles">
            {items.map((media) => (
              <li key={media.id}>
                <Tile media={media} to={`/moderation/levels/${media.id}`} tag={`Item ${media.id}`} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon="shield" heading="h3" title={moderationText.everythingRated} />
        )}
        {next ? <LoadMore to={`?before=${next}`}>Older</LoadMore> : null}
      </section>
    </ModerationFrame>
  );
}
