import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { searchPeople } from "~/domain/moderation/people.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { SelectField, TextField } from "~/ui/parts/field";
import { LoadMore } from "~/ui/parts/load-more";
import { ModerationFrame } from "~/ui/moderation/frame";
import { AccountsTable } from "~/ui/moderation/accounts-table";
import { clock } from "~/web/server/clock.server";
import { pageParam, requireModerator } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Users · Crucible" }];

const kinds = [
  { value: "", label: "All users" },
  { value: "banned", label: "Banned" },
  { value: "moderators", label: "Moderators" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const words = searchParams.get("q")?.slice(0, 100) ?? "";
  const only = (["banned", "moderators"] as const).find((one) => one === searchParams.get("only"));
  const { items, next } = await searchPeople({ words, only, before: pageParam(request) });
  return json({ words, only, items: items.map(datesToMs), next, now: clock.now().getTime() });
}

export default function ModerationPeople() {
  const { words, only, items, next, now } = useLoaderData<typeof loader>();
  const same = new URLSearchParams({ q: words, only: only ?? "" });
  return (
    <ModerationFrame at="/moderation/people" title="Users">
      <Form method="get" className="filters" role="search">
        <TextField field={{ id: "q", name: "q", initialValue: words }} label="Username or email" type="search" />
        <SelectField field={{ id: "only", name: "only", initialValue: only ?? "" }} label="Show" choices={kinds} />
        <p className="row">
          <button className="btn">Search</button>
        </p>
      </Form>
      {items.length > 0 ? (
        <AccountsTable items={items} now={now} />
      ) : (
        <EmptyState icon="search" title={moderationText.noUsersMatch} />
      )}
      {next ? <LoadMore to={`?${same}&before=${next}`}>More users</LoadMore> : null}
    </ModerationFrame>
  );
}
