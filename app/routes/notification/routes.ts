import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("notifications", "routes/notification/notifications.tsx"),
  route("notifications/read", "routes/notification/read.tsx"),
];
