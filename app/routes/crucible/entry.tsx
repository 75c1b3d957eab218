import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { confidenceOf } from "~/domain/crucible/rating/confidence";
import { placedEntry } from "~/domain/crucible/result-facts.server";
import { pathOf } from "~/domain/crucible/slug";
import { Avatar } from "~/ui/parts/avatar";
import { Buzz } from "~/ui/parts/buzz";
import { entryTitle } from "~/ui/crucible/view";
import { ConfidenceMeter } from "~/ui/crucible/confidence";
import { Medal } from "~/ui/parts/medal";
import { MediaFrame } from "~/ui/media/media-frame";
import { Panel } from "~/ui/parts/panel";
import { PersonLink } from "~/ui/parts/person";
import { publicMeta } from "~/ui/parts/public-meta";
import { ShareParts } from "~/ui/parts/share";
import { When } from "~/ui/parts/when";
import { count, number, ordinal } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await placedEntry(numberParam(params.id), await viewer(request));
  if (!found) throw notFound();
  const { holds, crucible, ...entry } = found;
  const firmness = holds === null ? null : confidenceOf(holds);
  return json({
    entry: { ...entry, firmness, crucible: { ...crucible, endsAt: crucible.endsAt.getTime() } },
    now: clock.now().getTime(),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) => {
  if (!data) return [{ title: "Crucible" }];
  const { id, open, place, author, crucible } = data.entry;
  const description = `By ${author}: ${ordinal(place)} of ${count(crucible.field, "entry", "entries")}, judged blind.`;
  const title = `${entryTitle(data.entry)}, ${ordinal(place)} in ${crucible.name}`;
  return publicMeta(args, { title, description, image: open ? cardOf(id) : undefined });
};

function cardOf(id: number) {
  return `/entries/${id}/card.png`;
}

/** One entry after the end: what became of it, and how to show it around. */
export default function EntryPage() {
  const { entry } = useLoaderData<typeof loader>();
  const { id, open, media, crucible } = entry;
  const title = entryTitle(entry);
  return (
    <main id="main" className="wrap media-page">
      <div className="row between">
        <h1>{title}</h1>
        <Link className="btn" to={`/crucibles/${crucible.id}/leaderboard`}>
          All places
        </Link>
      </div>
      <div className="cols">
        <div className="body stack">
          <MediaFrame media={media} sizes="(max-width: 64rem) 94vw, 52rem" eager />
        </div>
        <aside className="side stack" aria-label="About this entry">
          <Outcome />
          <Panel title="Share" stack className="shared">
            <ShareParts path={`/entries/${id}`} card={open ? cardOf(id) : null} title={title} />
          </Panel>
        </aside>
      </div>
    </main>
  );
}

function Outcome() {
  const { entry, now } = useLoaderData<typeof loader>();
  const { place, prize, author, media, crucible, settled, wins, losses, votes, firmness } = entry;
  return (
    <section className="panel stack outcome" aria-labelledby="outcome">
      <div className="row">
        {place <= 3 ? <Medal place={place} /> : null}
        <h2 id="outcome">
          {ordinal(place)} of {number(crucible.field)}
        </h2>
      </div>
      <p>
        in <Link to={pathOf(crucible)}>{crucible.name}</Link>, which ended <When at={crucible.endsAt} now={now} />
      </p>
      <p className="row by-line">
        <Avatar name={author} />
        <span>
          By <PersonLink name={author} />
        </span>
      </p>
      <dl className="sum">
        {prize > 0 ? (
          <div>
            <dt>Prize</dt>
            <dd>
              <Buzz amount={prize} unit />
            </dd>
          </div>
        ) : null}
        {settled === null ? null : (
          <div>
            <dt>Settled rating</dt>
            <dd>{number(settled)}</dd>
          </div>
        )}
        <div>
          <dt>Won–lost</dt>
          <dd>
            {number(wins)}–{number(losses)} in {count(votes, "vote")}
          </dd>
        </div>
        {firmness ? (
          <div>
            <dt>Certainty</dt>
            <dd>
              <ConfidenceMeter words={firmness} short />
            </dd>
          </div>
        ) : null}
      </dl>
      <Link className="btn" to={`/media/${media.key}`}>
        See how it was made, and comments
      </Link>
    </section>
  );
}
