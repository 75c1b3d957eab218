import { index, route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

// Every URL of the site on one screen. A new page is a line here.
export default [
  index("routes/home.tsx"),
  route("crucibles/new", "routes/wizard.tsx", [
    index("routes/wizard-start.ts"),
    route("basics", "routes/wizard-basics.tsx"),
    route("entry", "routes/wizard-entry.tsx"),
    route("prizes", "routes/wizard-prizes.tsx"),
    route("review", "routes/wizard-review.tsx"),
  ]),
  route("crucibles/new/resources", "routes/wizard-resources.ts"),
  route("crucibles/:id/submit", "routes/submit.tsx"),
  route("m/:key/:name", "routes/media-file.tsx"),
  route("library", "routes/library.tsx"),
  route("library/uploads", "routes/library-uploads.tsx"),
  route("media/:id", "routes/media.tsx"),
  route("media/:id/deletion", "routes/media-deletion.tsx"),
  route("media/:id/original", "routes/media-original.tsx"),
  route("sign-up", "routes/sign-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
