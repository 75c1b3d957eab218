import { index, route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

// Every URL of the site on one screen. A new page is a line here.
export default [
  index("routes/home.tsx"),
  route("crucibles", "routes/discovery.tsx"),
  route("crucibles.atom", "routes/crucibles-feed.ts"),
  route("crucibles/:id", "routes/crucible.tsx", [
    route(":slug?", "routes/crucible-entries.tsx"),
    route("leaderboard", "routes/crucible-leaderboard.tsx"),
    route("mine", "routes/crucible-mine.tsx"),
    route("rules", "routes/crucible-rules.tsx"),
  ]),
  route("crucibles/:id/cancellation", "routes/crucible-cancellation.tsx"),
  route("crucibles/:id/edit", "routes/crucible-edit.tsx"),
  route("crucibles/:id/feature", "routes/crucible-feature.tsx"),
  route("crucibles/:id/log", "routes/crucible-log.ts"),
  route("crucibles/:id/verify", "routes/crucible-verify.tsx"),
  route("entries/:id/disqualification", "routes/entry-disqualification.tsx"),
  route("entries/:id/withdrawal", "routes/entry-withdrawal.tsx"),
  route("feeds", "routes/feeds.tsx"),
  route("rules", "routes/rules.tsx"),
  route("m/:key/:name", "routes/media-file.tsx"),
  route("library", "routes/library.tsx"),
  route("library/uploads", "routes/library-uploads.tsx"),
  route("media/:id", "routes/media.tsx"),
  route("media/:id/deletion", "routes/media-deletion.tsx"),
  route("media/:id/original", "routes/media-original.tsx"),
  route("sign-up", "routes/sign-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("crucibles/:id/judge", "routes/judge.tsx"),
  route("crucibles/:id/judge/answers", "routes/judge-answers.ts"),
  route("settings/judging", "routes/settings-judging.tsx"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
