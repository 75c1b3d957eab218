import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readPerson } from "~/domain/moderation/person.server";
import { isAdmin } from "~/domain/moderation/rules";
import { Marks } from "~/ui/moderation/accounts-table";
import { Unit } from "~/ui/parts/buzz";
import { Flash } from "~/ui/parts/flash";
import { ModerationFrame } from "~/ui/moderation/frame";
import { PersonLink } from "~/ui/parts/person";
import { Stats } from "~/ui/parts/stat";
import { When } from "~/ui/parts/when";
import { number } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.username ?? "User"} · Moderation · Crucible` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const moderator = await requireModerator(request);
  const person = await readPerson(numberParam(params.id));
  if (!person) throw notFound();
  return json({ person: datesToMs(person), admin: isAdmin(moderator), now: clock.now().getTime() });
}

export default function ModerationPerson() {
  const { person, admin, now } = useLoaderData<typeof loader>();
  const at = `/moderation/people/${person.id}`;
  return (
    <ModerationFrame at="/moderation/people" title={person.username}>
      <p className="row">
        <PersonLink name={person.username} />
        <Marks row={person} />
      </p>
      <p className="meta">
        {person.email ?? "No email"}
        {person.email && !person.emailVerifiedAt ? ", not confirmed" : ""}. Joined{" "}
        <When at={person.createdAt} now={now} form="both" />.
      </p>
      {person.bannedAt ? (
        <Flash tone="bad">
          Banned <When at={person.bannedAt} now={now} />: {person.banReason}
        </Flash>
      ) : null}
      <Stats
        className="panel"
        stats={[
          { label: "Score", value: number(person.score) },
          {
            label: "Balance",
            value: (
              <>
                {number(person.balance)}
                <Unit />
              </>
            ),
            gold: true,
          },
        ]}
      />
      <p className="row">
        <Link className="btn" to={`${at}/grant`}>
          {moderationText.grantBuzz}
        </Link>
        <Link className="btn" to={`${at}/membership`}>
          Membership
        </Link>
        {admin ? (
          <Link className="btn" to={`${at}/role`}>
            Role
          </Link>
        ) : null}
        <Link className="btn" to={`/moderation/votes?judge=${encodeURIComponent(person.username)}`}>
          {moderationText.voidVotes}
        </Link>
        <Link className="btn" to={`/moderation/log?subject=user:${person.id}`}>
          Moderation history
        </Link>
        <Link className="btn danger" to={`${at}/ban`}>
          {person.bannedAt ? moderationText.liftBan : "Ban"}
        </Link>
      </p>
    </ModerationFrame>
  );
}
