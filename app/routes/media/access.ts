import { CommentForm } from "~/domain/comment/schema";
import { MediaForm } from "~/domain/media/schema";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/m/:key/:name": {
    get: "anyone",
    shows: "200; 206 or 416 to a `range`",
    whose: "those who may see its level",
    absent: true,
  },
  "/library": {
    get: "people",
    query: "`show?` `before?` `item?`",
    post: "people",
    fields: "`file` (many) `level` `alt?`",
    answers: "303, 422",
    pages: [{ name: "library", as: "cobalt" }],
  },
  "/library/uploads": {
    post: "people",
    fields: "`file` (many) `poster?` `level` `alt?`",
    answers: "200, JSON, with what became of each file",
    page: "/library",
  },
  "/media/:key": {
    get: "anyone",
    post: "owner",
    reads: MediaForm,
    answers: "303, 422",
    sampleForm: { level: "1", alt: "", publish: "on" },
    pages: [{ name: "media", path: "/media/1", as: "cobalt" }],
  },
  "/media/:key/comments": {
    get: "anyone",
    query: "`before?`",
    post: "people",
    reads: CommentForm,
    pages: [{ name: "media-comments", path: "/media/1/comments", as: "cobalt" }],
  },
  "/media/:key/deletion": { post: "owner", answers: "303, 422", page: "/media/:key" },
  "/media/:key/original": { get: "owner", shows: "200, a download" },
  "/media/:key/raw": { get: "owner", shows: "200, text" },
};
