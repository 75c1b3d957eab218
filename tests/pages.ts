import type { BrowserContext } from "playwright/test";

/**
 * A page of the demo, for the walks that look at all of them; `as` is who looks at it, a stranger without; `status` is
 * what it answers, if not 200.
 */
export type Page = { name: string; path: string; as?: string; status?: number };

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
  { name: "crucible-closed", path: "/crucibles/2/one-color-many-moods", as: "cobalt" },
  { name: "crucible-upcoming", path: "/crucibles/4/farther-than-the-eye-can-see", as: "cobalt" },
  { name: "crucible-ended", path: "/crucibles/1/quiet-places", as: "cobalt" },
  { name: "results", path: "/crucibles/1/leaderboard", as: "cobalt" },
  { name: "entry", path: "/entries/1", as: "cobalt" },
  { name: "crucible-mine-ended", path: "/crucibles/1/mine", as: "cobalt" },
  { name: "rules", path: "/rules" },
  { name: "feeds", path: "/feeds" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-up", path: "/sign-up" },
  { name: "forgot-password", path: "/forgot-password" },
  { name: "reset-password", path: "/reset-password?token=none" },
  { name: "verify-email", path: "/verify-email?token=none" },
  { name: "wallet", path: "/wallet", as: "cobalt" },
  { name: "wallet-mistake", path: "/wallet?from=2026-05-02&to=2026-05-01", as: "cobalt", status: 400 },
  { name: "notifications", path: "/notifications", as: "cobalt" },
  { name: "profile", path: "/people/ochre", as: "cobalt" },
  { name: "profile-own", path: "/people/cobalt", as: "cobalt" },
  { name: "profile-crucibles", path: "/people/keeper/crucibles" },
  { name: "profile-comments", path: "/people/cobalt/comments" },
  { name: "leaderboard", path: "/leaderboard", as: "keeper" },
  { name: "settings", path: "/settings", as: "cobalt" },
  { name: "settings-security", path: "/settings/security", as: "cobalt" },
  { name: "settings-data", path: "/settings/data", as: "cobalt" },
  { name: "settings-deletion", path: "/settings/deletion", as: "cobalt" },
  { name: "media-comments", path: "/media/1/comments", as: "cobalt" },
  { name: "report", path: "/report?subject=user:2", as: "ochre" },
  { name: "moderation", path: "/moderation", as: "keeper" },
  { name: "moderation-people", path: "/moderation/people", as: "keeper" },
  { name: "moderation-person", path: "/moderation/people/2", as: "keeper" },
  { name: "moderation-ban", path: "/moderation/people/2/ban", as: "keeper" },
  { name: "moderation-role", path: "/moderation/people/2/role", as: "keeper" },
  { name: "moderation-membership", path: "/moderation/people/2/membership", as: "keeper" },
  { name: "moderation-grant", path: "/moderation/people/2/grant", as: "keeper" },
  { name: "moderation-levels", path: "/moderation/levels", as: "keeper" },
  { name: "moderation-level", path: "/moderation/levels/1", as: "keeper" },
  { name: "moderation-featured", path: "/moderation/featured", as: "keeper" },
  { name: "moderation-votes", path: "/moderation/votes", as: "keeper" },
  { name: "moderation-catalogue", path: "/moderation/catalogue", as: "keeper" },
  { name: "moderation-import", path: "/moderation/catalogue/import", as: "keeper" },
  { name: "moderation-name", path: "/moderation/catalogue/1/name", as: "keeper" },
  { name: "moderation-base", path: "/moderation/catalogue/1/base", as: "keeper" },
  { name: "moderation-merge", path: "/moderation/catalogue/1/merge", as: "keeper" },
  { name: "moderation-feature", path: "/moderation/featured/3", as: "keeper" },
  { name: "moderation-log", path: "/moderation/log", as: "keeper" },
  { name: "moderation-ledger", path: "/moderation/ledger", as: "keeper" },
  { name: "missing", path: "/crucibles/999/gone", status: 404 },
  { name: "library", path: "/library", as: "cobalt" },
  { name: "media", path: "/media/1", as: "cobalt" },
  { name: "wizard-basics", path: "/crucibles/new/basics", as: "cobalt" },
  { name: "wizard-entry", path: "/crucibles/new/entry", as: "cobalt" },
  { name: "wizard-prizes", path: "/crucibles/new/prizes", as: "cobalt" },
  { name: "wizard-review", path: "/crucibles/new/review", as: "cobalt" },
  { name: "submit", path: "/crucibles/3/submit", as: "umber" },
  { name: "judge-start", path: "/crucibles/8/judge", as: "keeper" },
  { name: "verify", path: "/crucibles/1/verify" },
  { name: "lost", path: "/nowhere", status: 404 },
  { name: "lost-near", path: "/crucibles/quiet-plaecs", as: "cobalt", status: 404 },
  { name: "lost-person", path: "/people/ochr", status: 404 },
];

/** Signs a browser in as one of the demo's people. */
export async function signIn(context: BrowserContext, site: string, name: string) {
  const form = { name, password: DEMO_PASSWORD, to: "" };
  const answer = await context.request.post(`${site}/sign-in`, { form, headers: { origin: site }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${name} could not sign in: ${answer.status()}`);
}
