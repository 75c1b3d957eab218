import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError } from "@remix-run/react";
import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useContext } from "react";
import type { ReactNode } from "react";
import { takeFlash } from "~/web/flash.server";
import { Nonce } from "~/web/nonce";
import { currentUser } from "~/web/session.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await currentUser(request);
  const { flash, headers } = takeFlash(request);
  return json({ viewer: user && { username: user.username }, flash }, { headers });
}

// zod would try whether it may compile code, which the content security policy refuses and reports.
const WITHOUT_EVAL = "globalThis.__zod_globalConfig = { jitless: true }";

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: WITHOUT_EVAL }} />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const { viewer, flash } = useLoaderData<typeof loader>();
  return (
    <>
      {viewer ? <p>{viewer.username}</p> : null}
      {flash ? <p role="status">{flash.words}</p> : null}
      <main id="main">
        <Outlet />
      </main>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  console.log(error);
  return <main id="main">Something went wrong.</main>;
}
