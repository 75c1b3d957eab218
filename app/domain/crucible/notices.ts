import { z } from "zod";
import { outcomes } from "~/db/schema/values";
import { notice } from "~/domain/event/notice";
import type { Tellers } from "~/domain/event/notice";
import { rowId } from "~/domain/event/payload";
import { figure, listed, stopped } from "~/domain/event/phrasing";
import { addressOf, partsOf, subjectOf } from "~/domain/subject/subject";
import type { events } from "./events";
import { tellEnded } from "./ended-notices";

const crucible = { crucibleId: rowId };
type Crucible = { crucibleId: number };

const place = {
  about: ({ crucibleId }: Crucible) => subjectOf("crucible", crucibleId),
  path: ({ crucibleId }: Crucible) => addressOf({ kind: "crucible", id: crucibleId })!,
};
const atResults = { ...place, path: (data: Crucible) => `${place.path(data)}/leaderboard` };

const Ended = z.object({
  ...crucible,
  outcome: z.enum(outcomes),
  /** The creator's row says that their crucible is over; an entrant's has their best place, null when nothing was placed. */
  role: z.enum(["creator", "entrant"]),
  place: rowId.nullable(),
});

export const notices = {
  "crucible-entry-submitted": notice({
    ...place,
    data: z.object(crucible),
    sentence: ({ times, name }) =>
      times === 1 ? `1 new entry in ${inside(name)}.` : `${figure(times)} new entries in ${inside(name)}.`,
  }),
  "crucible-started": notice({
    ...place,
    data: z.object(crucible),
    sentence: ({ name }) => `${leading(name)} is open. You asked for a reminder.`,
  }),
  "crucible-ended": notice({ ...atResults, data: Ended, sentence: ({ data, name }) => ended(data, leading(name)) }),
  "crucible-won": notice({
    ...atResults,
    data: z.object({ ...crucible, places: z.array(rowId).min(1), earned: z.number().int().min(0) }),
    sentence: ({ data: { places, earned }, name }) =>
      `You placed ${listed(places.map((place) => `#${place}`))} in ${inside(name)} and earned ${figure(earned)} Buzz.`,
  }),
  "crucible-cancelled": notice({
    ...place,
    data: z.object({ ...crucible, reason: z.string(), refund: z.number().int().min(0) }),
    sentence: ({ data: { reason, refund }, name }) =>
      `${leading(name)} was canceled: ${stopped(reason)}${refund > 0 ? ` ${figure(refund)} Buzz refunded.` : ""}`,
  }),
  "entry-disqualified": notice({
    ...place,
    data: z.object({ ...crucible, entryId: rowId, reason: z.string() }),
    pictured: ({ entryId }) => subjectOf("entry", entryId),
    sentence: ({ data: { reason }, name }) => `Your entry in ${inside(name)} was disqualified: ${stopped(reason)}`,
  }),
};

// Names are kept as they are; only our own words begin with a capital.
function inside(name: string | null) {
  return name ?? "a crucible";
}

function leading(name: string | null) {
  return name ?? "A crucible";
}

function ended({ outcome, role, place }: z.output<typeof Ended>, name: string) {
  if (outcome === "empty") return `${name} ended with no entries.`;
  if (outcome === "no-contest") return `${name} ended with no counted votes. All entry fees were refunded.`;
  if (role === "creator" || place === null) return `${name} ended. The results are in.`;
  return `${name} ended. You placed #${figure(place)}.`;
}

export const tellers: Tellers<typeof events, typeof notices> = {
  "entry-submitted": ({ subject, actorId }, { creatorId, entryIds }) =>
    creatorId === actorId
      ? []
      : [
          {
            userId: creatorId,
            kind: "crucible-entry-submitted",
            subject,
            data: { crucibleId: partsOf(subject).id },
            times: entryIds.length,
          },
        ],
  "crucible-started": ({ subject }, { asked }) => {
    const data = { crucibleId: partsOf(subject).id };
    return asked.map((userId) => ({ userId, kind: "crucible-started", subject, data, times: 1 }));
  },
  "crucible-ended": tellEnded,
  /** Everyone who entered, also without a fee, or waited for it to open, and the creator with the setup fee. */
  "crucible-cancelled": ({ subject }, { creatorId, setupFee, reason, refunds, asked }, { participants }) => {
    const crucibleId = partsOf(subject).id;
    const others = [...participants(subject), ...asked].filter((userId) => userId !== creatorId);
    const amounts = new Map([[creatorId, setupFee], ...others.map((userId) => [userId, 0] as const)]);
    for (const { userId, amount } of refunds) amounts.set(userId, (amounts.get(userId) ?? 0) + amount);
    return [...amounts].map(([userId, refund]) => ({
      userId,
      kind: "crucible-cancelled",
      subject,
      data: { crucibleId, reason, refund },
      times: 1,
    }));
  },
  "entry-disqualified": ({ subject }, { entrantId, crucibleId, reason }) => {
    const data = { crucibleId, entryId: partsOf(subject).id, reason };
    return [{ userId: entrantId, kind: "entry-disqualified", subject, data, times: 1 }];
  },
};
