import { z } from "zod";
import type { Tx } from "~/db/write";
import { cancel, disqualify, voidVotesOf } from "~/domain/moderation/contests.server";
import { feature, removeComment } from "~/domain/moderation/correcting.server";
import { ban, unban } from "~/domain/moderation/people.server";
import { resolveReport } from "~/domain/moderation/reporting.server";
import type { Moderator } from "~/domain/moderation/rules";
import { RemoveForm, ResolveForm } from "~/domain/moderation/schema";
import type { Refusals } from "./endpoint";

const { reason } = RemoveForm.shape;
const id = z.number().int().positive().max(1e15);

/** What a moderator can do here, by the name that the audit log has for it. */
export const ModeratorAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.enum(["feature", "unfeature", "cancel-crucible"]), crucibleId: id, reason }),
  z.strictObject({ action: z.literal("void-votes"), crucibleId: id, judgeId: id, reason }),
  z.strictObject({ action: z.literal("disqualify-entry"), entryId: id, reason }),
  z.strictObject({ action: z.literal("remove-comment"), commentId: id, reason }),
  z.strictObject({ action: z.enum(["ban", "unban"]), userId: id, reason }),
  z.strictObject({ action: z.literal("resolve-report"), reportId: id, reason: ResolveForm.shape.resolution }),
]);

export const actionRefusals: Refusals = {
  "own-interest": { status: 409, title: "You have a stake in this" },
  "not-open": { status: 409, title: "The crucible isn’t running" },
  over: { status: 409, title: "The crucible is over, or its votes are being counted" },
  "no-votes": { status: 409, title: "There are no votes to void" },
  "out-already": { status: 409, title: "The entry has been withdrawn or disqualified" },
  "not-yourself": { status: 409, title: "You can’t do this to yourself" },
  "above-you": { status: 409, title: "Only an admin can do this to a moderator" },
  "banned-already": { status: 409, title: "This user is already banned" },
  "not-banned": { status: 409, title: "This user isn’t banned" },
  "resolved-already": { status: 409, title: "The report has already been resolved" },
};

type By = { moderator: Moderator; now: Date };
type Done = { ok: true } | { ok: false; reason: string } | null;

export async function perform(tx: Tx, act: z.output<typeof ModeratorAction>, { moderator, now }: By): Promise<Done> {
  const by = { moderator, reason: act.reason, now };
  const as = { moderatorId: moderator.id, reason: act.reason, now };
  switch (act.action) {
    case "feature":
    case "unfeature":
      return feature(tx, { ...as, crucibleId: act.crucibleId, featured: act.action === "feature" });
    case "cancel-crucible":
      return cancel(tx, { ...by, crucibleId: act.crucibleId });
    case "void-votes":
      return voidVotesOf(tx, { ...by, crucibleId: act.crucibleId, judgeId: act.judgeId });
    case "disqualify-entry":
      return disqualify(tx, { ...by, entryId: act.entryId });
    case "remove-comment":
      return removeComment(tx, { ...as, commentId: act.commentId });
    case "ban":
      return ban(tx, { ...by, userId: act.userId });
    case "unban":
      return unban(tx, { ...by, userId: act.userId });
    case "resolve-report":
      return resolveReport(tx, { ...as, reportId: act.reportId, resolution: act.reason });
  }
}
