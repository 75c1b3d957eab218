import type { roles } from "~/db/schema/values";

type HasRole = { role: (typeof roles)[number] };
export type Moderator = HasRole & { id: number };

/** Who may correct levels, void votes, cancel, disqualify, grant and read the audit log. */
export function isModerator({ role }: HasRole) {
  return role === "moderator" || role === "admin";
}

/** Who may change roles. */
export function isAdmin({ role }: HasRole) {
  return role === "admin";
}

/** Who may be given Buzz or a membership by whom: anyone by moderators, but themselves by admins alone. */
export function canGrant(moderator: Moderator, personId: number) {
  return isAdmin(moderator) || moderator.id !== personId;
}

/** Who may be banned by whom: users by moderators, moderators and admins by admins. */
export function canBan(moderator: HasRole, person: HasRole) {
  return isAdmin(moderator) || (isModerator(moderator) && !isModerator(person));
}
