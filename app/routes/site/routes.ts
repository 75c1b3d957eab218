import { index, route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  index("routes/home.tsx"),
  route("feeds", "routes/feeds.tsx"),
  route("rules", "routes/rules.tsx"),
  route("*", "routes/missing.tsx"),
];
