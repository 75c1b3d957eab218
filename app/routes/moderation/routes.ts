import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("report", "routes/moderation/new-report.tsx"),
  route("moderation", "routes/moderation/reports.tsx"),
  route("moderation/reports/:id", "routes/moderation/report.tsx"),
  route("moderation/people", "routes/moderation/people.tsx"),
  route("moderation/people/:id", "routes/moderation/person.tsx"),
  route("moderation/people/:id/ban", "routes/moderation/ban.tsx"),
  route("moderation/people/:id/role", "routes/moderation/role.tsx"),
  route("moderation/people/:id/membership", "routes/moderation/membership.tsx"),
  route("moderation/people/:id/grant", "routes/moderation/grant.tsx"),
  route("moderation/levels", "routes/moderation/levels.tsx"),
  route("moderation/levels/:id", "routes/moderation/level.tsx"),
  route("moderation/featured", "routes/moderation/featured.tsx"),
  route("moderation/featured/:id", "routes/moderation/feature.tsx"),
  route("moderation/votes", "routes/moderation/votes.tsx"),
  route("moderation/catalog", "routes/moderation/catalog.tsx"),
  route("moderation/catalog/import", "routes/moderation/import.tsx"),
  route("moderation/catalog/:id/name", "routes/moderation/model-name.tsx"),
  route("moderation/catalog/:id/base", "routes/moderation/model-base.tsx"),
  route("moderation/catalog/:id/merge", "routes/moderation/model-merge.tsx"),
  route("moderation/log", "routes/moderation/log.tsx"),
  route("moderation/ledger", "routes/moderation/ledger.tsx"),
];
