import { json } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endpoints } from "~/api/all";
import { ApiReference } from "~/ui/token/api-reference";
import { publicMeta } from "~/ui/parts/public-meta";
import { scopes } from "~/domain/token/schema";

export const meta: MetaFunction = (args) => publicMeta(args, { title: "API" });

export function loader() {
  return json({
    endpoints: endpoints.map(({ method, path, who, scope, summary, description = null, movesBuzz = false }) => ({
      method,
      path: `/api${path}`,
      who,
      scope,
      summary,
      description,
      movesBuzz,
    })),
    scopes: Object.entries(scopes).map(([name, meaning]) => ({ name, meaning })),
  });
}

export default function Api() {
  return <ApiReference {...useLoaderData<typeof loader>()} />;
}
