// What each module keeps about a person.
export { archive as account } from "~/domain/account/archive.server";
export { archive as comment } from "~/domain/comment/archive.server";
export { archive as crucible } from "~/domain/crucible/archive.server";
export { archive as media } from "~/domain/media/archive.server";
export { archive as moderation } from "~/domain/moderation/archive.server";
export { archive as notification } from "~/domain/notification/archive.server";
export { archive as wallet } from "~/domain/wallet/archive.server";
