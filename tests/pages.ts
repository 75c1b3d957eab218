import type { BrowserContext } from "playwright/test";

/** A page of the demo, for the walks that look at all of them; `as` is who looks at it, a stranger without. */
export type Page = { name: string; path: string; as?: string };

const DEMO_PASSWORD = "crucible-demo";

/** Every page of the site, in the states that the demo has. A new page is a line here. */
export const pages: Page[] = [
  { name: "discovery-out", path: "/crucibles" },
  { name: "discovery", path: "/crucibles", as: "cobalt" },
  { name: "discovery-ending", path: "/crucibles?tab=ending&status=any", as: "cobalt" },
  { name: "discovery-nothing", path: "/crucibles?q=zeppelin" },
  { name: "crucible", path: "/crucibles/3/light-on-dark-ground", as: "cobalt" },
  { name: "crucible-out", path: "/crucibles/3/light-on-dark-ground" },
  { name: "crucible-moderator", path: "/crucibles/3/light-on-dark-ground", as: "keeper" },
  { name: "crucible-leaderboard", path: "/crucibles/3/leaderboard", as: "cobalt" },
  { name: "crucible-mine", path: "/crucibles/3/mine", as: "cobalt" },
  { name: "crucible-rules", path: "/crucibles/3/rules", as: "cobalt" },
  { name: "crucible-discussion", path: "/crucibles/3/discussion", as: "cobalt" },
  { name: "crucible-edit", path: "/crucibles/3/edit", as: "ochre" },
  { name: "crucible-closed", path: "/crucibles/2/one-colour-many-moods", as: "cobalt" },
  { name: "crucible-upcoming", path: "/crucibles/7/further-than-the-eye-can-see", as: "cobalt" },
  { name: "crucible-ended", path: "/crucibles/1/quiet-places", as: "cobalt" },
  { name: "results", path: "/crucibles/1/leaderboard", as: "cobalt" },
  { name: "rules", path: "/rules" },
  { name: "feeds", path: "/feeds" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-up", path: "/sign-up" },
  { name: "missing", path: "/crucibles/999/gone" },
];

/** Signs a browser in as one of the demo's people. */
export async function signIn(context: BrowserContext, site: string, name: string) {
  const form = { name, password: DEMO_PASSWORD, to: "" };
  const answer = await context.request.post(`${site}/sign-in`, { form, headers: { origin: site }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${name} could not sign in: ${answer.status()}`);
}
