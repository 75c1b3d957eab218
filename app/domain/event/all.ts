// The events of each module, with what they carry.
export { events as account } from "~/domain/account/events";
export { events as comment } from "~/domain/comment/events";
export { events as challenge } from "~/domain/challenge/events";
export { events as crucible } from "~/domain/crucible/events";
export { events as media } from "~/domain/media/events";
export { events as moderation } from "~/domain/moderation/events";
export { events as token } from "~/domain/token/events";
export { events as wallet } from "~/domain/wallet/events";
