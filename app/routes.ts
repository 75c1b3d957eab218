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
  route("sign-in/:provider", "routes/sign-in-elsewhere.ts"),
  route("sign-in/:provider/callback", "routes/sign-in-callback.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("forgot-password", "routes/forgot-password.tsx"),
  route("reset-password", "routes/reset-password.tsx"),
  route("verify-email", "routes/verify-email.tsx"),
  route("wallet", "routes/wallet.tsx"),
  route("wallet/claims", "routes/wallet-claims.tsx"),
  route("wallet/statement.csv", "routes/wallet-statement.ts"),
  route("notifications", "routes/notifications.tsx"),
  route("notifications/read", "routes/notifications-read.tsx"),
  route("people/:username", "routes/profile.tsx"),
  route("people/:username/crucibles", "routes/profile-crucibles.tsx"),
  route("leaderboard", "routes/leaderboard.tsx"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
