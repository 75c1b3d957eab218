import { index, route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

// Every URL of the site on one screen. A new page is a line here.
export default [
  index("routes/home.tsx"),
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
