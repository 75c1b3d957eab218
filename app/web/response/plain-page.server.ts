import { safePath } from "./redirect.server";
import { chosenTheme } from "../session/theme.server";

type Page = {
  status: number;
  title: string;
  words: string;
  headers?: Record<string, string>;
  /** Whether the same may work another time. */ again?: boolean;
};

/** A page that needs nothing: for what goes wrong before, or instead of, the site's own pages. */
export function plainPage(request: Request, { status, title, words, headers = {}, again = true }: Page) {
  // A script of ours that asked for data shows the words in its page.
  if (new URL(request.url).searchParams.has("_data")) {
    return new Response(words, {
      status,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8", "x-remix-catch": "yes" },
    });
  }
  if (request.headers.get("accept")?.startsWith("application/json"))
    return Response.json({ words }, { status, headers });
  return new Response(html(request, { title, words, again }), {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
}

function html(request: Request, { title, words, again }: Omit<Page, "status">) {
  const theme = chosenTheme(request, null);
  const onward = again ? wayOn(request) : { to: "/", words: "Front page" };
  return `<!DOCTYPE html>
<html lang="en"${theme ? ` data-theme="${theme}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Crucible</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<header><a href="/"><img src="/mark.svg" width="32" height="32" alt="">Crucible</a></header>
<main>
<img src="/mark.svg" width="64" height="64" alt="">
<h1>${escaped(title)}</h1>
<p>${escaped(words)}</p>
<p class="row"><a class="btn primary" href="${escaped(onward.to)}">${onward.words}</a><a class="btn" href="/crucibles">All crucibles</a></p>
</main>
</body>
</html>`;
}

// The few of the site's own tokens that such a page needs; the sheet itself may be what cannot be had.
const STYLE = `
:root { color-scheme: light dark; font: 400 1rem/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  background: light-dark(#f5f6f8, #1a1b1e); color: light-dark(#3d434b, #c1c2c5); overflow-wrap: anywhere }
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
body, h1, p { margin: 0 }
h1, header a, .btn { color: light-dark(#16181d, #fff) }
h1 { font-size: clamp(1.625rem, 1.35rem + 1.2vw, 2.125rem); font-weight: 650; line-height: 1.2; letter-spacing: -.022em; text-wrap: balance }
header { border-bottom: 1px solid light-dark(#dfe2e7, #373a40) }
header a { display: flex; align-items: center; gap: .75rem; width: min(100% - 2 * clamp(1rem, 2.6vw, 2rem), 80rem); min-height: 3.75rem; margin: auto;
  font-size: 1.125rem; font-weight: 700; letter-spacing: -.02em; text-decoration: none }
main { display: grid; gap: 1rem; width: min(100% - 2 * clamp(1rem, 2.6vw, 2rem), 46rem); margin: auto; padding-block: clamp(2rem, 9vh, 6rem) }
.row { display: flex; flex-wrap: wrap; gap: .5rem .75rem }
.btn { display: inline-flex; align-items: center; min-height: 2.75rem; box-sizing: border-box; padding: .375rem 1rem; border: 1px solid light-dark(#868e96, #73777f);
  border-radius: 8px; font-size: .875rem; font-weight: 600; line-height: 1.2; text-decoration: none }
.btn:hover { background: light-dark(#f1f3f5, #2c2e33) }
.primary { border-color: transparent; background: light-dark(#1971c2, #1a76ca); color: #fff }
.primary:hover { background: light-dark(#1864ab, #1c7fd9) }
:focus-visible { outline: 2px solid light-dark(#1864ab, #8ccbff); outline-offset: 2px; border-radius: 6px }
@media (forced-colors: active) { .primary { border-color: currentColor } }
`;

// A page can be asked for again; what was posted goes back to where the form stood, on our own site.
function wayOn(request: Request) {
  const from = request.method === "GET" ? request.url : (request.headers.get("referer") ?? "");
  const words = request.method === "GET" ? "Try again" : "Back";
  if (!URL.canParse(from)) return { to: "/", words };
  const { host, pathname, search } = new URL(from);
  return { to: host === request.headers.get("host") ? safePath(pathname + search, "/") : "/", words };
}

function escaped(words: string) {
  return words.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
