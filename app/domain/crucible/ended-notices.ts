import type { z } from "zod";
import type { Happened } from "~/domain/event/notice";
import { partsOf } from "~/domain/subject/subject";
import type { EndedEntry, events } from "./events";

type Ended = z.output<(typeof events)["crucible-ended"]>;

/** The winners read what they won; the other entrants their best place; the creator that it is over, unless they entered. */
export function tellEnded({ subject }: Happened, { creatorId, entries, ...result }: Ended) {
  const crucibleId = partsOf(subject).id;
  const people = new Map<number, EndedEntry[]>();
  for (const entry of entries) people.set(entry.userId, [...(people.get(entry.userId) ?? []), entry]);
  const told = [...people].map(([userId, own]) => ({
    userId,
    subject,
    times: 1,
    ...outcomeFor(own, crucibleId, result),
  }));
  if (people.has(creatorId)) return told;
  const data = { crucibleId, outcome: result.outcome, role: "creator", place: null };
  return [{ userId: creatorId, kind: "crucible-ended" as const, subject, data, times: 1 }, ...told];
}

function outcomeFor(own: EndedEntry[], crucibleId: number, { outcome, places }: Pick<Ended, "outcome" | "places">) {
  const reached = own.flatMap(({ place }) => place ?? []).sort((a, b) => a - b);
  const paid = reached.filter((place) => place <= places);
  if (outcome !== "paid" || paid.length === 0) {
    const data = { crucibleId, outcome, role: "entrant", place: reached[0] ?? null };
    return { kind: "crucible-ended" as const, data };
  }
  const earned = own.reduce((sum, { prize }) => sum + (prize ?? 0), 0);
  return { kind: "crucible-won" as const, data: { crucibleId, places: paid, earned } };
}
