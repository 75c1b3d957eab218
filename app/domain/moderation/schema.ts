import { z } from "zod";
import { memberships, roles } from "~/db/schema/values";
import { correctedContentRating } from "~/domain/media/schema";
import { reportableKinds } from "~/domain/subject/kinds";
import { readSubject } from "~/domain/subject/subject";

export const reasonMissing = "Enter a reason.";
export const crucibleMissing = "Enter the crucible’s number.";

const reason = z
  .string({ error: reasonMissing })
  .trim()
  .min(3, "Reasons must be at least 3 characters long.")
  .max(500, "Reasons can be at most 500 characters long.");

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
  subjectId: rowNumber("Choose what you’re reporting."),
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
export const LevelForm = z.strictObject({ level: correctedContentRating, reason });
export const FeatureForm = z.strictObject({
  featured: z.coerce.boolean().default(false),
  reason,
  to: z.string().optional(),
});
export const RemoveForm = z.strictObject({ reason });

export const VoidForm = z.strictObject({
  judge: z.string({ error: "Enter the judge’s username." }).trim().min(1, "Enter the judge’s username.").max(24),
  crucibleId: rowNumber(crucibleMissing),
  reason,
});

export const NameModelForm = z.strictObject({
  name: z.string({ error: "Enter a name." }).trim().min(1, "Enter a name.").max(200),
  reason,
});
export const BaseModelForm = z.strictObject({ baseModelId: rowNumber("Choose a base model."), reason });
export const MergeForm = z.strictObject({ intoId: rowNumber("Enter the other version’s number."), reason });
export const ImportFields = z.object({ reason });

export const reportRefusals = {
  "reported-already": "You’ve already reported this. A moderator will review it.",
} as const;

const ownInterest = "You have an entry in this crucible, so another moderator has to do this.";

export const voidingRefusals = {
  "own-interest": ownInterest,
  "not-open": "This crucible is over. Its results can’t be changed.",
  "no-votes": "This judge has no counted votes in that crucible.",
} as const;

export const disqualifyingRefusals = {
  "own-interest": ownInterest,
  over: "This crucible is over or its votes are being counted, so entries can’t be disqualified.",
  "out-already": "This entry has already been withdrawn or disqualified.",
} as const;

export const cancelingRefusals = {
  "own-interest": ownInterest,
  over: "This crucible is over or its votes are being counted, so it can’t be canceled.",
} as const;

export const mergeRefusals = {
  "different-kinds": "These two are different kinds of resource.",
} as const;

export const moderationRefusals = {
  "not-yourself": "You can’t do this to yourself.",
  "above-you": "Only an admin can do this to a moderator.",
  "last-admin": "There must be at least one admin.",
  "banned-already": "This user is already banned.",
  "not-banned": "This user isn’t banned.",
  "resolved-already": "This report has already been resolved.",
} as const;
