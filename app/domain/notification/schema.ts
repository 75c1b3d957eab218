import { z } from "zod";
import { outcomes, reportSubjects } from "~/db/schema/values";

export const notificationKinds = [
  "crucible-entry-submitted",
  "crucible-started",
  "crucible-ended",
  "crucible-won",
  "crucible-cancelled",
  "entry-disqualified",
  "comment-received",
  "report",
  "ledger-mismatch",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

const id = z.number().int().positive();
const crucible = { crucibleId: id };

/** What each kind of notification keeps beside its subject; names and pictures are looked up when it is read. */
export const NotificationData = {
  "crucible-entry-submitted": z.object(crucible),
  "crucible-started": z.object(crucible),
  "crucible-ended": z.object({
    ...crucible,
    outcome: z.enum(outcomes),
    /** The creator's row says that their crucible is over; an entrant's has their best place, null when nothing was placed. */
    role: z.enum(["creator", "entrant"]),
    place: z.number().int().positive().nullable(),
  }),
  "crucible-won": z.object({
    ...crucible,
    places: z.array(z.number().int().positive()).min(1),
    earned: z.number().int().min(0),
  }),
  "crucible-cancelled": z.object({ ...crucible, reason: z.string(), refund: z.number().int().min(0) }),
  "entry-disqualified": z.object({ ...crucible, entryId: id, reason: z.string() }),
  "comment-received": z.object({ subjectKind: z.enum(["media", "crucible"]), subjectId: id, commentId: id }),
  report: z.object({ subjectKind: z.enum(reportSubjects), subjectId: id }),
  "ledger-mismatch": z.object({ count: z.number().int() }),
} satisfies Record<NotificationKind, z.ZodType>;

/** A notification as its words need it. */
export type Notice = {
  [K in NotificationKind]: { kind: K; data: z.output<(typeof NotificationData)[K]> };
}[NotificationKind] & {
  /** How often it happened. */
  times: number;
  /** The crucible's name; null when the reader cannot see it, or none is meant. */
  name: string | null;
};

export const ReadForm = z.strictObject({
  notificationId: z.coerce.number().int().positive().optional(),
  to: z.string().optional(),
});
