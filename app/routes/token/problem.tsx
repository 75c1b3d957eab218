import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findProblem } from "~/api/problems";
import { publicMeta } from "~/ui/parts/public-meta";
import { notFound } from "~/web/session/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: data?.title ?? "Problem" });

/** What the `type` of an API problem leads to. */
export function loader({ params }: LoaderFunctionArgs) {
  const found = findProblem(params.reason ?? "");
  if (!found) throw notFound();
  return json({ reason: params.reason!, ...found });
}

export default function Problem() {
  const { reason, status, title, endpoints } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack page">
      <h1>{title}</h1>
      <p>
        The <Link to="/api">API</Link> answers <b>{status}</b> with the problem <code>{reason}</code>.
      </p>
      {endpoints.length > 0 ? (
        <ul>
          {endpoints.map((one) => (
            <li key={one}>
              <code>{one}</code>
            </li>
          ))}
        </ul>
      ) : (
        <p>Any request can meet it.</p>
      )}
    </main>
  );
}
