import { ReadForm } from "~/domain/notification/schema";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/notifications": { get: "people", query: "`after?`", pages: [{ name: "notifications", as: "cobalt" }] },
  "/notifications/read": {
    post: "people",
    reads: ReadForm,
    answers: "303; all of them without a number",
    page: "/notifications",
  },
};
