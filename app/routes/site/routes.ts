import { index, route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  index("routes/site/home.tsx"),
  route("feeds", "routes/site/feeds.tsx"),
  route("rules", "routes/site/rules.tsx"),
  route("*", "routes/site/missing.tsx"),
];
