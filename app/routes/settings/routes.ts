import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("settings", "routes/settings/settings.tsx"),
  route("settings/judging", "routes/settings/judging.tsx"),
  route("settings/theme", "routes/settings/theme.tsx"),
  route("settings/security", "routes/settings/security.tsx"),
  route("settings/sessions/:id/end", "routes/settings/session-end.tsx"),
  route("settings/tokens", "routes/settings/tokens.tsx"),
  route("settings/tokens/:id/deletion", "routes/settings/token-deletion.tsx"),
  route("settings/apps/:id/end", "routes/settings/app-end.tsx"),
  route("settings/emails", "routes/settings/emails.tsx"),
  route("settings/data", "routes/settings/data.tsx"),
  route("settings/data/archive.zip", "routes/settings/archive.ts"),
  route("settings/deletion", "routes/settings/deletion.tsx"),
];
