import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("people/:username", "routes/profile/profile.tsx"),
  route("people/:username/crucibles", "routes/profile/crucibles.tsx"),
  route("people/:username/comments", "routes/profile/comments.tsx"),
  route("leaderboard", "routes/profile/leaderboard.tsx"),
];
