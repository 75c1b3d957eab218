import { z } from "zod";
import { outcomes, reportSubjects } from "~/db/schema/values";
import type { NotificationKind } from "./schema";

/** An event as it lies in its table. */
export type Event = {
  id: number;
  kind: string;
  subject: string;
  actorId: number | null;
  data: unknown;
  createdAt: Date;
};

/** A row to be made or renewed; `times` is how often it happened. */
export type Telling = {
  userId: number;
  kind: NotificationKind;
  subject: string;
  data: Record<string, unknown>;
  times: number;
};

const id = z.number().int().positive();

const Submitted = z.object({ creatorId: id, entryIds: z.array(id).min(1) });
const Entrant = z.object({ userId: id, entryId: id, place: id.nullable(), prize: z.number().int().min(0).nullable() });
const Ended = z.object({
  creatorId: id,
  outcome: z.enum(outcomes),
  /** How many places are paid. */
  places: z.number().int().positive(),
  entries: z.array(Entrant),
});
const Refund = z.object({ userId: id, amount: z.number().int().min(0) });
/** Who asked to be told when it opens; events of before that was possible have nobody. */
const asked = z.array(id).default([]);
const Started = z.object({ asked });
const Cancelled = z.object({
  creatorId: id,
  setupFee: z.number().int().min(0),
  reason: z.string(),
  refunds: z.array(Refund),
  asked,
});
const Disqualified = z.object({ crucibleId: id, entrantId: id, reason: z.string() });
const Commented = z.object({ subjectKind: z.enum(["media", "crucible"]), subjectId: id, ownerId: id, commentId: id });
const Reported = z.object({ subjectKind: z.enum(reportSubjects), subjectId: id });
const Mismatch = z.object({ count: z.number().int() });

/** Who is told what of an event, by product.md's *Telling people*. Throws on data that is not the event's. */
export function tellings(
  event: Event,
  moderators: () => number[],
  entrants: (crucibleId: number) => number[],
): Telling[] {
  const about = Number(event.subject.split(":")[1]);
  switch (event.kind) {
    case "entry-submitted":
      return submitted(event, about);
    case "crucible-started":
      return started(event, about);
    case "crucible-ended":
      return ended(event, about);
    case "crucible-cancelled":
      return cancelled(event, about, entrants(about));
    case "entry-disqualified":
      return disqualified(event, about);
    case "comment-written":
      return commented(event);
    case "report-filed":
      return reported(event, moderators());
    case "ledger-mismatch":
      return mismatched(event, moderators());
    default:
      return [];
  }
}

function submitted({ data, actorId, subject }: Event, crucibleId: number): Telling[] {
  const { creatorId, entryIds } = Submitted.parse(data);
  if (creatorId === actorId) return [];
  return [
    { userId: creatorId, kind: "crucible-entry-submitted", subject, data: { crucibleId }, times: entryIds.length },
  ];
}

function started({ data, subject }: Event, crucibleId: number): Telling[] {
  return Started.parse(data).asked.map((userId) => ({
    userId,
    kind: "crucible-started",
    subject,
    data: { crucibleId },
    times: 1,
  }));
}

function disqualified({ data, subject }: Event, entryId: number): Telling[] {
  const { entrantId, crucibleId, reason } = Disqualified.parse(data);
  return [{ userId: entrantId, kind: "entry-disqualified", subject, data: { crucibleId, entryId, reason }, times: 1 }];
}

function reported({ data }: Event, moderators: number[]): Telling[] {
  const about = Reported.parse(data);
  const subject = `${about.subjectKind}:${about.subjectId}`;
  return moderators.map((userId) => ({ userId, kind: "report", subject, data: about, times: 1 }));
}

function mismatched({ data, subject }: Event, moderators: number[]): Telling[] {
  const counted = Mismatch.parse(data);
  return moderators.map((userId) => ({ userId, kind: "ledger-mismatch", subject, data: counted, times: 1 }));
}

function commented({ data, actorId }: Event): Telling[] {
  const { ownerId, ...comment } = Commented.parse(data);
  if (ownerId === actorId) return [];
  const subject = `${comment.subjectKind}:${comment.subjectId}`;
  return [{ userId: ownerId, kind: "comment-received", subject, data: comment, times: 1 }];
}

/** The winners read what they won; the other entrants their best place; the creator that it is over, unless they entered. */
function ended({ data, subject }: Event, crucibleId: number): Telling[] {
  const { creatorId, entries, ...result } = Ended.parse(data);
  const people = new Map<number, z.output<typeof Entrant>[]>();
  for (const entry of entries) people.set(entry.userId, [...(people.get(entry.userId) ?? []), entry]);
  const told = [...people].map(([userId, own]) => ({
    userId,
    subject,
    times: 1,
    ...outcomeFor(own, crucibleId, result),
  }));
  if (people.has(creatorId)) return told;
  const creator = { crucibleId, outcome: result.outcome, role: "creator", place: null };
  return [{ userId: creatorId, kind: "crucible-ended", subject, data: creator, times: 1 }, ...told];
}

type Result = { outcome: string; places: number };

function outcomeFor(
  own: z.output<typeof Entrant>[],
  crucibleId: number,
  { outcome, places }: Result,
): Pick<Telling, "kind" | "data"> {
  const reached = own.flatMap(({ place }) => place ?? []).sort((a, b) => a - b);
  const paid = reached.filter((place) => place <= places);
  if (outcome !== "paid" || paid.length === 0) {
    return { kind: "crucible-ended", data: { crucibleId, outcome, role: "entrant", place: reached[0] ?? null } };
  }
  const earned = own.reduce((sum, { prize }) => sum + (prize ?? 0), 0);
  return { kind: "crucible-won", data: { crucibleId, places: paid, earned } };
}

/** Everyone who entered, also without a fee, or waited for it to open, and the creator with the setup fee. */
function cancelled({ data, subject }: Event, crucibleId: number, entrants: number[]): Telling[] {
  const { creatorId, setupFee, reason, refunds, asked } = Cancelled.parse(data);
  const others = [...entrants, ...asked].filter((userId) => userId !== creatorId);
  const amounts = new Map([[creatorId, setupFee], ...others.map((userId) => [userId, 0] as const)]);
  for (const { userId, amount } of refunds) amounts.set(userId, (amounts.get(userId) ?? 0) + amount);
  return [...amounts].map(([userId, refund]) => ({
    userId,
    kind: "crucible-cancelled",
    subject,
    data: { crucibleId, reason, refund },
    times: 1,
  }));
}
