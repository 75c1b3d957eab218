import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("comments/:id", "routes/comment/comment.ts"),
  route("comments/:id/edit", "routes/comment/edit.tsx"),
  route("comments/:id/deletion", "routes/comment/deletion.tsx"),
  route("comments/:id/removal", "routes/comment/removal.tsx"),
  route("comments/:id/reactions", "routes/comment/reactions.tsx"),
  route("comments/:id/reactions/withdrawal", "routes/comment/reactions-withdrawal.tsx"),
];
