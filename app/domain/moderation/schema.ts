import { z } from "zod";
import { memberships, roles } from "~/db/schema/values";
import { correctedLevel } from "~/domain/media/schema";
import { reportableKinds } from "~/domain/subject/kinds";
import { readSubject } from "~/domain/subject/subject";

const reason = z
  .string({ error: "Say why." })
  .trim()
  .min(3, "Say why, in at least 3 characters.")
  .max(500, "A reason has at most 500 characters.");

/** The number of a row, in plain digits. */
function rowNumber(error: string) {
  return z
    .string({ error })
    .trim()
    .regex(/^[1-9]\d{0,14}$/, { error })
    .transform(Number);
}

export const ReportForm = z.strictObject({
  subjectKind: z.enum(reportableKinds),
  subjectId: rowNumber("Say what it is about."),
  reason,
  to: z.string().optional(),
});

/** `comment:7` as the address of the report page carries it; null for anything else. */
export function readReportSubject(text: string | null) {
  const parts = readSubject(text);
  const subjectKind = reportableKinds.find((kind) => kind === parts?.kind);
  return parts && subjectKind ? { subjectKind, subjectId: parts.id } : null;
}

export const ResolveForm = z.strictObject({ resolution: reason });
/** `lift` undoes it. */
export const BanForm = z.strictObject({ lift: z.literal("on").optional(), reason });
export const RoleForm = z.strictObject({ role: z.enum(roles), reason });
export const MembershipForm = z.strictObject({ membership: z.enum(memberships), reason });
export const LevelForm = z.strictObject({ level: correctedLevel, reason });
export const FeatureForm = z.strictObject({
  featured: z.coerce.boolean().default(false),
  reason,
  to: z.string().optional(),
});
export const RemoveForm = z.strictObject({ reason });

export const VoidForm = z.strictObject({
  judge: z.string({ error: "Say whose votes." }).trim().min(1, "Say whose votes.").max(24),
  crucibleId: rowNumber("Give the crucible’s number."),
  reason,
});

export const NameModelForm = z.strictObject({
  name: z.string({ error: "Give a name." }).trim().min(1, "Give a name.").max(200),
  reason,
});
export const BaseModelForm = z.strictObject({ baseModelId: rowNumber("Choose a base model."), reason });
export const MergeForm = z.strictObject({ intoId: rowNumber("Give the other version’s number."), reason });
export const ImportWords = z.object({ reason });

export const reportRefusals = {
  "reported-already": "You have reported this; somebody will look at it.",
} as const;

const ownInterest = "You have an entry in this crucible, so another moderator has to decide.";

export const voidingRefusals = {
  "own-interest": ownInterest,
  "not-open": "This crucible is not running: what is settled stays.",
  "no-votes": "This judge has no counted votes there.",
} as const;

export const disqualifyingRefusals = {
  "own-interest": ownInterest,
  over: "Its crucible is over or being counted, so the entry stays in.",
  "out-already": "This entry has left already: withdrawn, or disqualified before.",
} as const;

export const cancellingRefusals = {
  "own-interest": ownInterest,
  over: "It is over or being counted, so it can no longer be cancelled.",
} as const;

export const mergeRefusals = {
  "different-kinds": "These two are of different kinds.",
} as const;

export const moderationRefusals = {
  "not-yourself": "You cannot do this to yourself.",
  "above-you": "Only an admin can do this to a moderator.",
  "last-admin": "There would be no admin left.",
  "banned-already": "This person is banned already.",
  "not-banned": "This person is not banned.",
  "resolved-already": "Somebody has resolved this report.",
} as const;
