// What moderators can do in each module.
export { acts as account } from "~/domain/account/acts";
export { acts as comment } from "~/domain/comment/acts";
export { acts as challenge } from "~/domain/challenge/acts";
export { acts as crucible } from "~/domain/crucible/acts";
export { acts as media } from "~/domain/media/acts";
export { acts as moderation } from "~/domain/moderation/acts";
export { acts as wallet } from "~/domain/wallet/acts";
