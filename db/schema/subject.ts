import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id } from "./columns";

/** The kinds of things that can be named, as `app/domain/subject/kinds.ts` lists them. Triggers ask it. */
export const subjectKinds = sqliteTable("subject_kinds", {
  kind: text().primaryKey(),
  commentable: flag().notNull(),
  reportable: flag().notNull(),
});

/** Words to search by. Triggers on each kind's own table write it, and the index `search_index` follows. */
export const searchDocuments = sqliteTable(
  "search_documents",
  {
    id: id(),
    kind: text().notNull(),
    subjectId: integer().notNull(),
    name: text().notNull(),
    words: text().notNull().default(""),
  },
  (t) => [uniqueIndex("search_documents_subject").on(t.kind, t.subjectId)],
);
