import { index, route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

// Every URL of the site on one screen. A new page is a line here.
export default [
  index("routes/home.tsx"),
  route("m/:key/:name", "routes/media-file.tsx"),
  route("sign-up", "routes/sign-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("crucibles/:id/judge", "routes/judge.tsx"),
  route("crucibles/:id/judge/answers", "routes/judge-answers.ts"),
  route("settings/judging", "routes/settings-judging.tsx"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
