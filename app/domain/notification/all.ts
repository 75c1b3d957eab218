// What each module tells people: the kinds of notifications, and whom an event is told.
export * as comment from "~/domain/comment/notices";
export * as challenge from "~/domain/challenge/notices";
export * as crucible from "~/domain/crucible/notices";
export * as moderation from "~/domain/moderation/notices";
export * as token from "~/domain/token/notices";
export * as wallet from "~/domain/wallet/notices";
