import { json, redirect } from "@remix-run/node";
import { guest } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";
import { isModerator } from "~/domain/moderation/rules";
import { currentUser } from "./session.server";

type Near = { crucibles?: readonly object[]; people?: readonly string[]; now: number };

/** The signed-in person, or the way to the sign-in page and back here. */
export async function requireUser(request: Request) {
  const user = await currentUser(request);
  if (!user) throw redirect(`/sign-in?to=${encodeURIComponent(here(request))}`, 303);
  return user;
}

/** A moderator; to everyone else the page does not exist. */
export async function requireModerator(request: Request) {
  const user = await currentUser(request);
  if (!user || !isModerator(user)) throw notFound();
  return user;
}

/** Who is looking, for everything that shows media. */
export async function viewer(request: Request): Promise<Viewer> {
  const user = await currentUser(request);
  if (!user) return guest;
  return { id: user.id, levels: user.browsingLevels, moderator: isModerator(user) };
}

/** What does not exist, or not for the one who asks; `near` is what they may have meant, for `ui/site/error-page`. */
export function notFound(near?: Near) {
  return near ? json(near, { status: 404 }) : new Response("Not found.", { status: 404 });
}

/** A row's number out of a URL; anything else is a page that does not exist. */
export function numberParam(value: string | undefined) {
  const number = rowNumber(value);
  if (number === null) throw notFound();
  return number;
}

export function rowNumber(value: string | undefined) {
  return value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}

// A form that was posted after the session ended comes back to the page it stood on.
function here(request: Request) {
  const stood = request.method === "GET" ? request.url : (request.headers.get("referer") ?? "");
  const { pathname, search } = new URL(URL.canParse(stood) ? stood : request.url);
  return pathname + search;
}

/** Where a page of a list begins, `?before=7`; nothing when it is not a row's number. */
export function pageParam(request: Request, name = "before") {
  return rowNumber(new URL(request.url).searchParams.get(name) ?? "") ?? undefined;
}
