import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";

/** The markup as the server would send it for a page at `path`. */
export function render(node: ReactNode, path = "/crucibles") {
  return renderToStaticMarkup(<StaticRouter location={path}>{node}</StaticRouter>);
}

/** What is left for someone who only hears it: tags gone, what is hidden from ears too. */
export function text(markup: string) {
  const heard = markup.replace(/<(i|span)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/g, "");
  return heard.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").replaceAll("&#x27;", "'").trim();
}
