import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { RESOURCE_KINDS } from "~/domain/metadata/generation";
import { findResources } from "~/domain/catalog/catalog.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { TextField } from "~/ui/parts/field";
import { ModerationFrame } from "~/ui/moderation/frame";
import { VersionsTable } from "~/ui/moderation/versions-table";
import { requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Catalog · Crucible" }];

const SHOWN = 60;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const words = new URL(request.url).searchParams.get("q")?.slice(0, 100) ?? "";
  return json({ words, items: await findResources({ words, kinds: [...RESOURCE_KINDS], limit: SHOWN }) });
}

export default function ModerationCatalog() {
  const { words, items } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/catalog" title="Model catalog">
      <Form method="get" className="filters" role="search">
        <TextField field={{ id: "q", name: "q", initialValue: words }} label="Model, version or file" type="search" />
        <p className="row">
          <button className="btn">Search</button>
          <Link className="btn" to="/moderation/catalog/import">
            Import list
          </Link>
        </p>
      </Form>
      {items.length > 0 ? <Found items={items} /> : <NotFound searched={words !== ""} />}
    </ModerationFrame>
  );
}

function Found({ items }: ComponentProps<typeof VersionsTable>) {
  return (
    <>
      <p className="meta">Most frequently seen first{items.length === SHOWN ? `; showing the first ${SHOWN}` : ""}.</p>
      <VersionsTable items={items} />
    </>
  );
}

function NotFound({ searched }: { searched: boolean }) {
  if (searched)
    return (
      <EmptyState
        icon="search"
        title={moderationText.noModelsMatch}
        action={
          <Link className="btn" to="/moderation/catalog">
            Show all
          </Link>
        }
      />
    );
  return (
    <EmptyState icon="search" title={moderationText.noModels}>
      Models named in uploaded files or imported from a list appear here.
    </EmptyState>
  );
}
