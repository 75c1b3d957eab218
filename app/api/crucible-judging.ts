import { z } from "zod";
import { answerSeat } from "~/domain/crucible/judging/answering.server";
import { toJudge } from "~/domain/crucible/judging/judges";
import { JudgingForm } from "~/domain/crucible/judging/judging-form";
import { readSeat } from "~/domain/crucible/judging/seat-reading.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { env } from "~/web/server/env.server";
import { secureRandom } from "~/web/server/secure-random.server";
import { endpoint } from "./endpoint";
import type { Call, Refusals } from "./endpoint";
import { Id, Instant, Media, filesOf } from "./shapes";

const Side = Media.pick({ kind: true, width: true, height: true, images: true, video: true }).extend({
  /** At least so often it has been judged. */
  duels: z.number().int(),
});

const Pair = z.object({ token: z.string(), left: Side, right: Side });

const Seat = z.object({
  current: Pair.nullable(),
  /** The pair after it, to be fetched early. */
  next: Pair.nullable(),
  /** What there is instead of a current pair. `take-seat`: send `{ "intent": "sit" }` to get one. */
  offer: z.enum(["take-seat", "caught-up", "too-few-entries"]).nullable(),
  /** The vote that can still be taken back. */
  undo: z.object({ pair: z.string(), until: Instant }).nullable(),
  votes: z.number().int(),
  left: z.number().int(),
});

const refusals: Refusals = {
  "votes-off": { status: 403, title: "This site doesn’t let programs vote" },
  "not-open": { status: 409, title: "The crucible isn’t running" },
  ended: { status: 409, title: "The crucible has ended" },
  "not-eligible": { status: 403, title: "You can’t judge here" },
};

const pair = endpoint({
  method: "GET",
  path: "/crucibles/:id/pair",
  who: "person",
  scope: "vote",
  summary: "Read the pair that you are to judge",
  description:
    "Only where the site lets programs vote. A pair stays the same until it is answered. Reading takes no seat: where `offer` is `take-seat`, POST `intent` `sit` to `votes` first.",
  params: Id,
  output: Seat,
  refusals,
  run: async ({ viewer, params, ...call }) => {
    if (!env().API_VOTES) return { ok: false, reason: "votes-off" };
    if (!(await viewCrucible(params.id, viewer))) return { ok: false, reason: "not-found" };
    const seat = await readSeat(judging(call, params.id));
    if (!seat) return { ok: false, reason: "not-found" };
    return seat.ok ? { ok: true, value: seatOf(seat) } : refused(seat);
  },
});

const vote = endpoint({
  method: "POST",
  path: "/crucibles/:id/votes",
  who: "person",
  scope: "vote",
  summary: "Judge a pair",
  description:
    "Only where the site lets programs vote. `left` or `right` votes, `skip` passes, `unseen` gives back a pair that couldn’t be shown. A pair counts once: sent again, nothing changes and `done` is `answered-before`. The pace is the same as on the page.",
  personLimit: "votes",
  params: Id,
  body: JudgingForm,
  output: z.object({
    done: z.enum(["seated", "voted", "skipped", "given-back", "undone", "answered-before"]),
    /** Null when the crucible has just ended. */
    seat: Seat.nullable(),
  }),
  refusals: {
    ...refusals,
    "pair-gone": { status: 409, title: "One of these entries is gone, and nothing was counted" },
    "not-your-pair": { status: 409, title: "That isn’t your current pair" },
    "nothing-to-undo": { status: 409, title: "There is nothing to undo" },
    "too-late": { status: 409, title: "It’s too late for that" },
    "too-few-entries": { status: 409, title: "There aren’t enough entries for you to judge" },
    "caught-up": { status: 409, title: "You’ve judged every pair" },
  },
  run: async ({ viewer, params, body: form, change, ...call }) => {
    if (!env().API_VOTES) return { ok: false, reason: "votes-off" };
    if (!(await viewCrucible(params.id, viewer))) return { ok: false, reason: "not-found" };
    const who = judging(call, params.id);
    const answered = await change(async (tx) => {
      const answer = await answerSeat(tx, { ...who, form, random: secureRandom });
      if (!answer) return { ok: false, reason: "not-found" };
      return answer.ok ? { ok: true, value: answer.done } : refused(answer);
    });
    if (!answered.ok) return answered;
    const seat = await readSeat(who);
    return { ok: true, value: { done: answered.value!, seat: seat?.ok ? seatOf(seat) : null } };
  },
});

type Calling = Pick<Call<unknown, unknown, unknown>, "caller" | "now">;

function judging({ caller, now }: Calling, crucibleId: number) {
  return { judge: toJudge(caller!, env().judges, now), crucibleId, now };
}

function refused({ reason, ...more }: { ok: false; reason: string; why?: string }) {
  return { ok: false, reason, ...(more.why ? { extra: { why: more.why } } : {}) } as const;
}

type SeatRead = Extract<Awaited<ReturnType<typeof readSeat>>, { ok: true }>;

function seatOf({ current, next, offer, undo, progress }: SeatRead): z.input<typeof Seat> {
  return {
    current: current && pairOf(current),
    next: next && pairOf(next),
    offer,
    undo: undo && { pair: undo.token, until: undo.until.toISOString() },
    votes: progress.votes,
    left: progress.left,
  };
}

function pairOf({ token, left, right }: NonNullable<SeatRead["current"]>): z.input<typeof Pair> {
  return { token, left: sideOf(left), right: sideOf(right) };
}

function sideOf({ duels, ...side }: NonNullable<SeatRead["current"]>["left"]): z.input<typeof Side> {
  return { ...filesOf(side), duels };
}

export const judgingEndpoints = [pair, vote];
