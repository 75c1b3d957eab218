import { json } from "@remix-run/node";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext } from "react";
import type { ReactNode } from "react";
import { isModerator } from "~/domain/moderation/rules";
import { unreadCount } from "~/domain/notification/notifications.server";
import { walletSummary } from "~/domain/wallet/history.server";
import sheet from "~/ui/app.css?url";
import { classes } from "~/ui/parts/classes";
import { Frame } from "~/ui/site/frame";
import { ErrorPage, NotFoundPage } from "~/ui/site/error-page";
import type { NotFoundData } from "~/ui/site/error-page";
import { ThemeColors } from "~/ui/site/theme-colors";
import { env } from "~/web/server/env.server";
import { withRequestId } from "~/web/response/failure.server";
import { takeFlash } from "~/web/session/flash.server";
import { Nonce } from "~/web/response/nonce";
import { currentUser } from "~/web/session/session.server";
import type { CurrentUser } from "~/web/session/session.server";
import { Styles } from "~/web/response/styles";
import { chosenTheme } from "~/web/session/theme.server";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/mark.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction = () => [{ title: "Crucible" }];

export async function loader(asked: LoaderFunctionArgs) {
  const { request, context } = asked;
  return withRequestId(asked, async () => {
    const user = await currentUser(request);
    const { flash, headers } = takeFlash(request);
    const own = user && (await surroundings(user));
    const {
      SOURCE_URL: source,
      appUrl: { origin: site },
    } = env();
    return json(
      { ...own, flash, source, site, theme: chosenTheme(request, user), requestId: context.requestId },
      { headers },
    );
  });
}

async function surroundings(user: CurrentUser) {
  const { balance } = await walletSummary(user.id);
  return {
    viewer: { username: user.username, balance, moderator: isModerator(user) },
    unread: await unreadCount(user.id),
  };
}

/** The document; also around errors, which may come before the loader's answer. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  const { theme, site } = useRouteLoaderData<typeof loader>("root") ?? {};
  const { pathname } = useLocation();
  const body = useHandles().map((handle) => handle?.body);
  return (
    <html lang="en" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <ThemeColors theme={theme} />
        <Meta />
        {site ? <link rel="canonical" href={site + pathname} /> : null}
        <StyleSheet nonce={nonce} />
        <Links />
      </head>
      <body className={classes(...body)}>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

// In a browser React sees an empty element and a link, and leaves both as they came.
function StyleSheet({ nonce }: { nonce: string }) {
  const styles = useContext(Styles);
  return (
    <>
      <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: styles }} />
      <link rel={styles ? "prefetch" : "stylesheet"} href={sheet} suppressHydrationWarning />
    </>
  );
}

/**
 * What a route may say of itself in its `handle`: `bare`, that it draws its own surroundings; `body`, a class for the body.
 */
type Handle = { bare?: boolean; body?: string } | undefined;

function useHandles() {
  return useMatches().map(({ handle }) => handle as Handle);
}

export default function Root() {
  const bare = useHandles().some((handle) => handle?.bare);
  return bare ? (
    <Outlet />
  ) : (
    <Framed>
      <Outlet />
    </Framed>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  if (isRouteErrorResponse(error) && error.status < 500)
    return (
      <Framed>
        <NotFoundPage status={error.status} said={error.data as NotFoundData} />
      </Framed>
    );
  return (
    <Framed>
      <ErrorPage requestId={root?.requestId ?? numberIn(error)} />
    </Framed>
  );
}

// Without the loader's answer, its failure has the number.
function numberIn(error: unknown) {
  return isRouteErrorResponse(error) ? (error.data as { requestId?: string } | null)?.requestId : undefined;
}

function Framed({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  return (
    <Frame
      viewer={root?.viewer ?? null}
      unread={root?.unread ?? 0}
      path={pathname}
      flash={root?.flash}
      source={root?.source}
    >
      {children}
    </Frame>
  );
}
