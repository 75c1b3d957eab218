import { z } from "zod";
import { challengeOutcomes } from "~/db/schema/values";
import { notice } from "~/domain/event/notice";
import type { Tellers } from "~/domain/event/notice";
import { rowId } from "~/domain/event/payload";
import { figure, stopped } from "~/domain/event/phrasing";
import { addressOf, partsOf, subjectOf } from "~/domain/subject/subject";
import type { events } from "./events";
import { takingPart } from "./schema";

const challenge = { challengeId: rowId };
type Challenge = { challengeId: number };

const place = {
  about: ({ challengeId }: Challenge) => subjectOf("challenge", challengeId),
  path: ({ challengeId }: Challenge) => addressOf({ kind: "challenge", id: challengeId })!,
};
const atMine = { ...place, path: (data: Challenge) => `${place.path(data)}/mine` };
const atResults = { ...place, path: (data: Challenge) => `${place.path(data)}/results` };

export const notices = {
  "challenge-rematch": notice({
    ...place,
    data: z.object(challenge),
    sentence: ({ name }) => `${leading(name)} is a rematch of a challenge that you won. You’re invited.`,
  }),
  "challenge-entered": notice({
    ...place,
    data: z.object(challenge),
    sentence: ({ times, name }) =>
      times === 1 ? `1 new entry in ${inside(name)}.` : `${figure(times)} new entries in ${inside(name)}.`,
  }),
  "challenge-started": notice({
    ...place,
    data: z.object(challenge),
    sentence: ({ name }) => `${leading(name)} is open. You asked for a reminder.`,
  }),
  "challenge-reviewed": notice({
    ...atMine,
    data: z.object(challenge),
    sentence: ({ times, name }) =>
      times === 1
        ? `Your entry in ${inside(name)} was reviewed.`
        : `${figure(times)} of your entries in ${inside(name)} were reviewed.`,
  }),
  "challenge-set-aside": notice({
    ...atMine,
    data: z.object(challenge),
    sentence: ({ name }) =>
      `Your entry in ${inside(name)} was set aside: words in it seem to speak to the judge. A moderator will look at it.`,
  }),
  "challenge-ended": notice({
    ...atResults,
    data: z.object({ ...challenge, outcome: z.enum(challengeOutcomes) }),
    sentence: ({ data: { outcome }, name }) => ended(outcome, leading(name)),
  }),
  "challenge-took-part": notice({
    ...atResults,
    data: z.object(challenge),
    sentence: ({ name }) =>
      `${leading(name)} ended. You got ${takingPart.blue} blue Buzz and ${takingPart.points} points for taking part.`,
  }),
  "challenge-won": notice({
    ...atResults,
    data: z.object({ ...challenge, place: rowId, prize: z.number().int().min(0) }),
    sentence: ({ data, name }) =>
      `You placed #${figure(data.place)} in ${inside(name)} and earned ${figure(data.prize)} Buzz.`,
  }),
  "challenge-cancelled": notice({
    ...place,
    data: z.object({ ...challenge, reason: z.string(), back: z.number().int().min(0) }),
    sentence: ({ data: { reason, back }, name }) =>
      `${leading(name)} was canceled: ${stopped(reason)}${back > 0 ? ` ${figure(back)} Buzz returned.` : ""}`,
  }),
};

// Names are kept as they are; only our own words begin with a capital.
function inside(name: string | null) {
  return name ?? "a challenge";
}

function leading(name: string | null) {
  return name ?? "A challenge";
}

function ended(outcome: (typeof challengeOutcomes)[number], name: string) {
  if (outcome === "empty") return `${name} ended with no entries.`;
  return outcome === "placed" ? `${name} ended. The results are in.` : `${name} ended, and nobody was placed.`;
}

export const tellers: Tellers<typeof events, typeof notices> = {
  "challenge-opened": ({ subject, actorId }, { invited }) => {
    const data = { challengeId: partsOf(subject).id };
    const others = invited.filter((userId) => userId !== actorId);
    return others.map((userId) => ({ userId, kind: "challenge-rematch", subject, data, times: 1 }));
  },
  "challenge-entered": ({ subject }, { creatorId, entryIds }) => {
    if (creatorId === null) return [];
    const data = { challengeId: partsOf(subject).id };
    return [{ userId: creatorId, kind: "challenge-entered", subject, data, times: entryIds.length }];
  },
  "challenge-started": ({ subject }, { asked }) => {
    const data = { challengeId: partsOf(subject).id };
    return asked.map((userId) => ({ userId, kind: "challenge-started", subject, data, times: 1 }));
  },
  "challenge-reviewed": ({ subject }, { entrantId }) => {
    const data = { challengeId: partsOf(subject).id };
    return [{ userId: entrantId, kind: "challenge-reviewed", subject, data, times: 1 }];
  },
  "challenge-set-aside": ({ subject }, { entrantId }) => {
    const data = { challengeId: partsOf(subject).id };
    return [{ userId: entrantId, kind: "challenge-set-aside", subject, data, times: 1 }];
  },
  "challenge-ended": ({ subject }, { creatorId, outcome, winners, entrants, tookPart }) => {
    const { id: challengeId } = partsOf(subject);
    const won = new Map(winners.map((winner) => [winner.userId, winner]));
    const people = new Set([...(creatorId === null ? [] : [creatorId]), ...entrants]);
    return [...people].map((userId) => {
      const { place, prize } = won.get(userId) ?? {};
      if (place === undefined && tookPart.includes(userId))
        return { userId, kind: "challenge-took-part", subject, data: { challengeId }, times: 1 };
      return place === undefined
        ? { userId, kind: "challenge-ended", subject, data: { challengeId, outcome }, times: 1 }
        : { userId, kind: "challenge-won", subject, data: { challengeId, place, prize }, times: 1 };
    });
  },
  "challenge-cancelled": ({ subject }, { creatorId, reason, back, entrants, asked }) => {
    const { id: challengeId } = partsOf(subject);
    const people = new Set([...(creatorId === null ? [] : [creatorId]), ...entrants, ...asked]);
    return [...people].map((userId) => {
      const data = { challengeId, reason, back: userId === creatorId ? back : 0 };
      return { userId, kind: "challenge-cancelled", subject, data, times: 1 };
    });
  },
};
