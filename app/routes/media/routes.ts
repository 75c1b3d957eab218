import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("m/:key/:name", "routes/media-file.tsx"),
  route("library", "routes/library.tsx"),
  route("library/uploads", "routes/library-uploads.tsx"),
  route("media/:id", "routes/media.tsx"),
  route("media/:id/comments", "routes/media-comments.tsx"),
  route("media/:id/deletion", "routes/media-deletion.tsx"),
  route("media/:id/original", "routes/media-original.tsx"),
];
