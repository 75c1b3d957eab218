import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("device", "routes/token/device.tsx"),
  route("device/decision", "routes/token/decision.tsx"),
  route("api", "routes/token/api.tsx"),
  route("problems/:reason", "routes/token/problem.tsx"),
];
