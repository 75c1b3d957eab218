import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("notifications", "routes/notifications.tsx"),
  route("notifications/read", "routes/notifications-read.tsx"),
];
