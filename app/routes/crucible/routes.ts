import { index, route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("crucibles/:id/submit", "routes/crucible/submit.tsx"),
  route("crucibles", "routes/crucible/discovery.tsx"),
  route("crucibles.atom", "routes/crucible/feed.ts"),
  route("crucibles/:id", "routes/crucible/crucible.tsx", [
    route(":slug?", "routes/crucible/entries.tsx"),
    route("leaderboard", "routes/crucible/leaderboard.tsx"),
    route("mine", "routes/crucible/mine.tsx"),
    route("rules", "routes/crucible/rules.tsx"),
    route("discussion", "routes/crucible/discussion.tsx"),
  ]),
  route("crucibles/:id/card.png", "routes/crucible/card.ts"),
  route("entries/:id", "routes/crucible/entry.tsx"),
  route("entries/:id/card.png", "routes/crucible/entry-card.ts"),
  route("crucibles/:id/cancellation", "routes/crucible/cancellation.tsx"),
  route("crucibles/:id/edit", "routes/crucible/edit.tsx"),
  route("crucibles/:id/reminder", "routes/crucible/reminder.tsx"),
  route("crucibles/:id/reminder/withdrawal", "routes/crucible/reminder-withdrawal.tsx"),
  route("crucibles/:id/log", "routes/crucible/log.ts"),
  route("crucibles/:id/verify", "routes/crucible/verify.tsx"),
  route("entries/:id/disqualification", "routes/crucible/entry-disqualification.tsx"),
  route("entries/:id/withdrawal", "routes/crucible/entry-withdrawal.tsx"),
  route("crucibles/new", "routes/crucible/wizard.tsx", [
    index("routes/crucible/wizard-start.ts"),
    route("basics", "routes/crucible/wizard-basics.tsx"),
    route("entry", "routes/crucible/wizard-entry.tsx"),
    route("prizes", "routes/crucible/wizard-prizes.tsx"),
    route("review", "routes/crucible/wizard-review.tsx"),
  ]),
  route("crucibles/new/resources", "routes/crucible/wizard-resources.ts"),
  route("crucibles/:id/judge", "routes/crucible/judge.tsx"),
  route("crucibles/:id/judge/answers", "routes/crucible/judge-answers.ts"),
];
