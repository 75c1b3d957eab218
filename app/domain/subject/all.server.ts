// The door of each kind, under the kind's name.
export { userDoor as user } from "~/domain/account/subject.server";
export { commentDoor as comment } from "~/domain/comment/subject.server";
export { challengeDoor as challenge } from "~/domain/challenge/subject.server";
export { crucibleDoor as crucible, entryDoor as entry } from "~/domain/crucible/subject.server";
export { mediaDoor as media } from "~/domain/media/subject.server";
export { reportDoor as report } from "~/domain/moderation/subject.server";
export { accountDoor as account } from "~/domain/wallet/subject.server";
