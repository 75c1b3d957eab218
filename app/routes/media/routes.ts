import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("m/:key/:name", "routes/media/file.tsx"),
  route("library", "routes/media/library.tsx"),
  route("library/uploads", "routes/media/library-uploads.tsx"),
  route("media/:key", "routes/media/media.tsx"),
  route("media/:key/comments", "routes/media/comments.tsx"),
  route("media/:key/deletion", "routes/media/deletion.tsx"),
  route("media/:key/original", "routes/media/original.tsx"),
  route("media/:key/raw", "routes/media/raw.ts"),
];
