import { safePath } from "./redirect.server";

type Page = { status: number; title: string; words: string; headers?: Record<string, string> };

/** A page that needs nothing: for what goes wrong before, or instead of, the site's own pages. */
export function plainPage(request: Request, { status, title, words, headers = {} }: Page) {
  // A script of ours that asked for data shows the words in its page.
  if (new URL(request.url).searchParams.has("_data")) {
    return new Response(words, { status, headers: { ...headers, "content-type": "text/plain; charset=utf-8", "x-remix-catch": "yes" } });
  }
  if (request.headers.get("accept")?.startsWith("application/json")) return Response.json({ words }, { status, headers });
  return new Response(html(title, words, back(request)), { status, headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
}

function html(title: string, words: string, to: string) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Crucible</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
main { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
a { color: inherit }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(words)}</p>
<p><a href="${escaped(to)}">Back</a></p>
</main>
</body>
</html>`;
}

// Where the form stood, on our own site; else the front page.
function back(request: Request) {
  const from = request.headers.get("referer");
  if (!from || !URL.canParse(from)) return "/";
  const { host, pathname, search } = new URL(from);
  return host === request.headers.get("host") ? safePath(pathname + search, "/") : "/";
}

function escaped(words: string) {
  return words.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
