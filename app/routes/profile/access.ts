import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/people/:username": {
    get: "anyone",
    query: "`before?`",
    pages: [
      { name: "profile", path: "/people/ochre", as: "cobalt" },
      { name: "profile-own", path: "/people/cobalt", as: "cobalt" },
      { name: "lost-person", path: "/people/ochr", status: 404 },
    ],
  },
  "/people/:username/crucibles": {
    get: "anyone",
    query: "`before?`",
    pages: [{ name: "profile-crucibles", path: "/people/keeper/crucibles" }],
  },
  "/people/:username/comments": {
    get: "anyone",
    query: "`before?`",
    pages: [{ name: "profile-comments", path: "/people/cobalt/comments" }],
  },
  "/leaderboard": { get: "anyone", query: "`after?`", pages: [{ name: "leaderboard", as: "keeper" }] },
};
