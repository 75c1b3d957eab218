import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { readAuditLog } from "~/domain/moderation/auditing.server";
import { findPersonNamed } from "~/domain/moderation/person.server";
import { auditActions } from "~/domain/moderation/desk";
import { AuditTable } from "~/ui/moderation/audit-table";
import { EmptyState } from "~/ui/parts/empty-state";
import { SelectField, TextField } from "~/ui/parts/field";
import { LoadMore } from "~/ui/parts/load-more";
import { ModerationFrame } from "~/ui/moderation/frame";
import { sentence } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { pageParam, requireModerator } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Audit log · Crucible" }];

const NOBODY = -1;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const typed = {
    by: searchParams.get("by") ?? "",
    action: searchParams.get("action") ?? "",
    subject: searchParams.get("subject") ?? "",
  };
  const actorId = typed.by ? ((await findPersonNamed(typed.by)) ?? NOBODY) : undefined;
  const action = auditActions.find((one) => one === typed.action);
  const { items, next } = await readAuditLog({
    actorId,
    action,
    subject: typed.subject || undefined,
    before: pageParam(request),
  });
  const rows = items.map(({ data, ...row }) => ({ ...datesToMs(row), data: JSON.stringify(data) }));
  return json({ typed, rows, next, now: clock.now().getTime() });
}

const actions = [
  { value: "", label: "All actions" },
  ...auditActions.map((value) => ({ value, label: sentence(value.replaceAll("-", " ")) })),
];

export default function ModerationLog() {
  const { typed, rows, next, now } = useLoaderData<typeof loader>();
  const filtered = Object.values(typed).some((value) => value !== "");
  const field = (name: keyof typeof typed) => ({ id: `log-${name}`, name, initialValue: typed[name] });
  return (
    <ModerationFrame at="/moderation/log" title="Audit log">
      <Form method="get" className="filters" key={JSON.stringify(typed)}>
        <TextField field={field("by")} label="By" autoComplete="off" />
        <SelectField field={field("action")} label="What" choices={actions} />
        <TextField field={field("subject")} label="About" hint="For example, user:7 or crucible:3" autoComplete="off" />
        <p className="row">
          <button className="btn">Filter</button>
          <Link className="btn quiet" to="/moderation/log">
            Reset
          </Link>
        </p>
      </Form>
      {rows.length > 0 ? (
        <AuditTable rows={rows} now={now} />
      ) : (
        <EmptyState icon="search" title={filtered ? "No matching actions" : moderationText.noActions} />
      )}
      {next ? <LoadMore to={`?${new URLSearchParams(typed)}&before=${next}`}>Older</LoadMore> : null}
    </ModerationFrame>
  );
}
