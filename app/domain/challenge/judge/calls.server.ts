import { desc, gte, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { judgeCalls } from "~/db/schema/judge";
import type { callOutcomes } from "~/db/schema/values";
import { write } from "~/db/write";
import type { Answer, Judge, Question } from "./port.server";
import { modelName } from "./answers";

const REST_MS = 600_000;

type CallOutcome = (typeof callOutcomes)[number];

/** The instant at which the UTC day of `now` began. */
function dayStart(now: Date) {
  return new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000);
}

/** Millionths of a dollar spent since the UTC day began. */
export async function spentToday(now: Date) {
  const [row] = await reader()
    .select({ sum: sql<number>`coalesce(sum(${judgeCalls.microUsd}), 0)` })
    .from(judgeCalls)
    .where(gte(judgeCalls.createdAt, dayStart(now)));
  return row!.sum;
}

/** Why the judge rests now: it can’t be paid or doesn’t know us, or the day’s money is used up. Null when it works. */
export async function restingFor(judge: Pick<Judge, "dailyMicroUsd">, now: Date) {
  if ((await spentToday(now)) >= judge.dailyMicroUsd) return "over-budget";
  const [last] = await reader().select().from(judgeCalls).orderBy(desc(judgeCalls.id)).limit(1);
  if (!last || now.getTime() - last.createdAt.getTime() > REST_MS) return null;
  return last.outcome === "unauthorized" || last.outcome === "unpaid" ? last.outcome : null;
}

type Asking = {
  judge: Judge;
  model: string;
  question: Question;
  challengeId: number | null;
  pinned: string | null;
  now: Date;
};

/**
 * Asks the judge one question and writes down what came of it. An answer of another model than the pinned one is none.
 * The picture and the text are not kept.
 */
export async function call({ judge, model, question, challengeId, pinned, now }: Asking): Promise<Answer | OtherModel> {
  const began = performance.now();
  const answer = await judge.ask(model, question);
  const other = answer.ok && pinned !== null && modelName(answer.model) !== modelName(pinned);
  const outcome: CallOutcome = other ? "other-model" : answer.ok ? "answered" : answer.reason;
  await write(async (tx) => {
    await tx.insert(judgeCalls).values({
      task: question.task,
      challengeId,
      model: answer.model ?? model,
      generation: answer.generation ?? null,
      outcome,
      ms: Math.round(performance.now() - began),
      tokensIn: answer.tokensIn ?? 0,
      tokensOut: answer.tokensOut ?? 0,
      microUsd: answer.microUsd ?? 0,
      createdAt: now,
    });
  });
  return other ? { ok: false, reason: "other-model", detail: answer.model } : answer;
}

export type OtherModel = { ok: false; reason: "other-model"; detail: string; retryAfterMs?: number };

const waits = [30_000, 120_000, 600_000, 3_600_000];

/** How long to wait after so many failed tries: what the other side said, else 30 s, 2 min, 10 min, 1 h. */
export function retryDelay(tries: number, retryAfterMs?: number) {
  return retryAfterMs ?? waits[Math.min(Math.max(tries, 1), waits.length) - 1]!;
}
