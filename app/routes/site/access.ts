import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/": { get: "anyone", shows: "302 to `/crucibles`" },
  "/feeds": { get: "anyone", pages: [{ name: "feeds" }] },
  "/rules": { get: "anyone", pages: [{ name: "rules" }] },
  "/*": {
    get: "anyone",
    absent: true,
    pages: [{ name: "lost", path: "/nowhere", status: 404 }],
  },
};
