import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouterProvider, createStaticRouter } from "react-router-dom/server";

/** The markup as the server would send it for a page at `path`. */
export function render(node: ReactNode, path = "/crucibles") {
  const route = { id: "page", path: "*", element: node };
  const location = { pathname: path, search: "", hash: "", state: null, key: "default" };
  const context = {
    ...{ basename: "", location, loaderData: {}, actionData: null, errors: null, activeDeferreds: null },
    ...{ statusCode: 200, loaderHeaders: {}, actionHeaders: {} },
    matches: [{ params: {}, pathname: path, pathnameBase: path, route }],
  };
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter([route], context)} context={context} hydrate={false} />,
  );
}

/** What is left for someone who only hears it: tags gone, what is hidden from ears too. */
export function text(markup: string) {
  const heard = markup.replace(/<(i|span)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/g, "");
  return heard
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&#x27;", "'")
    .trim();
}
