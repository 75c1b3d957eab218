// All tables, for the connection. A new file in db/schema is a line here.
export * from "./schema/account";
export * from "./schema/api";
export * from "./schema/comment";
export * from "./schema/crucible";
export * from "./schema/draft";
export * from "./schema/entry";
export * from "./schema/event";
export * from "./schema/job";
export * from "./schema/judging";
export * from "./schema/settling";
export * from "./schema/media";
export * from "./schema/moderation";
export * from "./schema/notification";
export * from "./schema/subject";
export * from "./schema/token";
export * from "./schema/wallet";
