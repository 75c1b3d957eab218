import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, oneOf } from "./columns";
import { reactionKinds } from "./values";

export const comments = sqliteTable(
  "comments",
  {
    id: id(),
    authorId: integer().notNull(),
    /** A trigger asks `subject_kinds` whether it can be commented on. */
    subjectKind: text().notNull(),
    subjectId: integer().notNull(),
    body: text().notNull(),
    reactionCount: integer().notNull().default(0),
    createdAt: instant().notNull(),
    editedAt: instant(),
    deletedAt: instant(),
    deletedBy: integer(),
  },
  (t) => [
    index("comments_subject")
      .on(t.subjectKind, t.subjectId, t.id)
      .where(sql`${t.deletedAt} IS NULL`),
    index("comments_author").on(t.authorId, t.id),
    check("comments_body", sql`length(${t.body}) BETWEEN 1 AND 1000`),
  ],
);

export const reactions = sqliteTable(
  "reactions",
  {
    commentId: integer()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    userId: integer().notNull(),
    kind: text({ enum: reactionKinds }).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.userId, t.kind] }), oneOf("reactions_kind", t.kind, reactionKinds)],
);
