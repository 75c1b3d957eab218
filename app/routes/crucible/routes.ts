import { index, route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("crucibles/:id/submit", "routes/submit.tsx"),
  route("crucibles", "routes/discovery.tsx"),
  route("crucibles.atom", "routes/crucibles-feed.ts"),
  route("crucibles/:id", "routes/crucible.tsx", [
    route(":slug?", "routes/crucible-entries.tsx"),
    route("leaderboard", "routes/crucible-leaderboard.tsx"),
    route("mine", "routes/crucible-mine.tsx"),
    route("rules", "routes/crucible-rules.tsx"),
    route("discussion", "routes/crucible-discussion.tsx"),
  ]),
  route("crucibles/:id/card.png", "routes/crucible-card.ts"),
  route("entries/:id", "routes/entry.tsx"),
  route("entries/:id/card.png", "routes/entry-card.ts"),
  route("crucibles/:id/cancellation", "routes/crucible-cancellation.tsx"),
  route("crucibles/:id/edit", "routes/crucible-edit.tsx"),
  route("crucibles/:id/reminder", "routes/crucible-reminder.tsx"),
  route("crucibles/:id/reminder/withdrawal", "routes/crucible-reminder-withdrawal.tsx"),
  route("crucibles/:id/log", "routes/crucible-log.ts"),
  route("crucibles/:id/verify", "routes/crucible-verify.tsx"),
  route("entries/:id/disqualification", "routes/entry-disqualification.tsx"),
  route("entries/:id/withdrawal", "routes/entry-withdrawal.tsx"),
  route("crucibles/new", "routes/wizard.tsx", [
    index("routes/wizard-start.ts"),
    route("basics", "routes/wizard-basics.tsx"),
    route("entry", "routes/wizard-entry.tsx"),
    route("prizes", "routes/wizard-prizes.tsx"),
    route("review", "routes/wizard-review.tsx"),
  ]),
  route("crucibles/new/resources", "routes/wizard-resources.ts"),
  route("crucibles/:id/judge", "routes/judge.tsx"),
  route("crucibles/:id/judge/answers", "routes/judge-answers.ts"),
];
