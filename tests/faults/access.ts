import type { Kind } from "./populated-site";

/** Who is let in: everybody, everybody signed in, the one whose thing it is, those who moderate, those who administer. */
export type Who = "anyone" | "people" | "owner" | "moderators" | "admins" | "nobody";

export const kindsOf: Record<Who, Kind[]> = {
  anyone: ["anonymous", "banned", "other", "owner", "moderator", "admin"],
  people: ["other", "owner", "moderator", "admin"],
  owner: ["owner"],
  moderators: ["moderator", "admin"],
  admins: ["admin"],
  nobody: [],
};

type Rule = { get?: Who; post?: Who; /** Fields that are right, where only the room knows whose it is. */ form?: Record<string, string> };

/** What each address of the site is meant to allow. A new route needs its line here. */
export const access: Record<string, Rule> = {
  "/": { get: "anyone" },
  "/crucibles": { get: "anyone" },
  "/crucibles.atom": { get: "anyone" },
  "/crucibles/:id": { get: "anyone" },
  "/crucibles/:id/leaderboard": { get: "anyone" },
  "/crucibles/:id/mine": { get: "people" },
  "/crucibles/:id/rules": { get: "anyone" },
  "/crucibles/:id/cancellation": { post: "moderators" },
  "/crucibles/:id/edit": { get: "owner", post: "owner", form: { name: "Another name", description: "", cover: "" } },
  "/crucibles/:id/feature": { post: "moderators" },
  "/crucibles/:id/judge": { get: "anyone", post: "people" },
  "/crucibles/:id/judge/answers": { post: "people" },
  "/entries/:id/disqualification": { post: "moderators" },
  "/entries/:id/withdrawal": { post: "owner", form: {} },
  "/feeds": { get: "anyone" },
  "/rules": { get: "anyone" },
  "/m/:key/:name": { get: "nobody" },
  "/library": { get: "people", post: "people" },
  "/library/uploads": { post: "people" },
  "/media/:id": { get: "anyone", post: "owner", form: { level: "1", alt: "" } },
  "/media/:id/deletion": { post: "owner", form: {} },
  "/media/:id/original": { get: "owner" },
  "/sign-up": { get: "anyone", post: "anyone" },
  "/sign-in": { get: "anyone", post: "anyone" },
  "/sign-in/:provider": { get: "nobody" },
  "/sign-in/:provider/callback": { get: "nobody", post: "nobody" },
  "/sign-out": { post: "anyone" },
  "/settings/judging": { post: "people" },
  "/forgot-password": { get: "anyone", post: "anyone" },
  "/reset-password": { get: "anyone", post: "anyone" },
  "/verify-email": { get: "anyone", post: "anyone" },
  "/wallet": { get: "people" },
  "/wallet/claims": { post: "people" },
  "/wallet/statement.csv": { get: "people" },
  "/notifications": { get: "people" },
  "/notifications/read": { post: "people" },
  "/people/:username": { get: "anyone" },
  "/people/:username/crucibles": { get: "anyone" },
  "/leaderboard": { get: "anyone" },
  "/*": { get: "nobody" },
};
