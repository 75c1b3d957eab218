import { randomBytes } from "node:crypto";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { write } from "~/db/write";
import { readDuel, readReview } from "../judge/answers";
import { call, restingFor, retryDelay } from "../judge/calls.server";
import { seeingModel } from "../judge/eye-test.server";
import { pictureForJudge } from "../judge/pictures.server";
import { theJudge } from "../judge/port.server";
import type { Judge, Question } from "../judge/port.server";
import { duelQuestion, reviewQuestion } from "../judge/questions";
import { briefOf } from "./briefs.server";
import { claimNext, giveBack } from "./claiming.server";
import type { Claimed } from "./claiming.server";
import { keepDuel, keepReview } from "./keeping.server";

const AT_ONCE = 4;

type Run = {
  judge: Judge;
  clock: () => Date;
  until: number;
  served: Map<number, number>;
  asked: number;
  resting: boolean;
};

/**
 * Asks the judge about everything that is due, four questions at once, until `forMs` are over or nothing is due. Safe to
 * kill at any instant: a question without a kept answer is asked again. Returns how many were asked.
 */
export async function askDue({ now, forMs }: { now: Date; forMs: number }) {
  const judge = theJudge();
  if (!judge || (await restingFor(judge, now))) return 0;
  const began = performance.now();
  const clock = () => new Date(now.getTime() + performance.now() - began);
  const run: Run = { judge, clock, until: began + forMs, served: new Map(), asked: 0, resting: false };
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(run)));
  return run.asked;
}

async function work(run: Run) {
  while (performance.now() < run.until && !run.resting) {
    const claimed = await claimNext(run.clock(), run.served);
    if (!claimed) return;
    run.asked += 1;
    await answerOne(run, claimed);
    run.resting = (await restingFor(run.judge, run.clock())) !== null;
  }
}

async function answerOne(run: Run, claimed: Claimed) {
  const { row } = claimed;
  const challenge = (await reader().query.challenges.findFirst({ where: eq(challenges.id, row.challengeId) }))!;
  const question = await questionFor(claimed);
  if (!question) return back(claimed, run.clock(), { byHand: true });
  const model = await modelFor(run, challenge);
  if (!model) return back(claimed, run.clock(), { ms: 600_000, untried: true });
  const about = { judge: run.judge, model, challengeId: row.challengeId, pinned: await answersAs(row.challengeId) };
  const answer = await call({ ...about, question, now: run.clock() });
  if (answer.ok && (await keep(claimed, answer.value, { model: answer.model, asked: model }, run.clock()))) return;
  const reason = answer.ok ? "malformed" : answer.reason;
  if (reason === "refused") return back(claimed, run.clock(), { byHand: true });
  if (reason === "unauthorized" || reason === "unpaid") return back(claimed, run.clock(), { ms: 0, untried: true });
  const retryAfterMs = answer.ok ? undefined : answer.retryAfterMs;
  return back(claimed, run.clock(), { ms: retryDelay(row.tries + 1, retryAfterMs) });
}

/** What the model that judges this challenge calls itself: the name in its first answer. Null before there is one. */
async function answersAs(challengeId: number) {
  const first = await reader().query.challengeReviews.findFirst({
    columns: { model: true },
    where: and(eq(challengeReviews.challengeId, challengeId), isNotNull(challengeReviews.model)),
    orderBy: asc(challengeReviews.doneAt),
  });
  return first?.model ?? null;
}

/** The pinned model; else the first that passed today’s eye test. */
function modelFor({ judge, clock }: Run, { pinnedModel, careful }: { pinnedModel: string | null; careful: boolean }) {
  const preferred = careful && judge.carefulModel ? [judge.carefulModel] : judge.models;
  return seeingModel(judge, pinnedModel ? [pinnedModel] : preferred, clock());
}

async function questionFor(claimed: Claimed): Promise<Question | null> {
  const brief = await briefOf(reader(), claimed.row.challengeId);
  const mark = randomBytes(8).toString("hex");
  if (claimed.kind === "review") {
    const picture = await pictureForJudge(claimed.row.pixelHash);
    return picture && reviewQuestion(brief, picture, mark);
  }
  const first = await pictureOfEntry(claimed.row.firstEntry);
  const second = await pictureOfEntry(claimed.row.secondEntry);
  return first && second ? duelQuestion(brief, [first, second], mark) : null;
}

async function pictureOfEntry(entryId: number) {
  const entry = await reader().query.challengeEntries.findFirst({ where: eq(challengeEntries.id, entryId) });
  return entry ? pictureForJudge(entry.pixelHash) : null;
}

/** Whether the answer was on the form; one that came too late counts as kept, since another is there. */
async function keep(claimed: Claimed, value: unknown, from: { model: string; asked: string }, now: Date) {
  const { claim } = claimed;
  if (claimed.kind === "duel") {
    const given = readDuel(value);
    if (given) await write((tx) => keepDuel(tx, { duel: claimed.row, ...given, model: from.model, claim, now }));
    return given !== null;
  }
  const { criteria } = await briefOf(reader(), claimed.row.challengeId);
  const given = readReview(value, criteria.length);
  if (given) await write((tx) => keepReview(tx, { review: claimed.row, given, by: { ...from, claim }, now }));
  return given !== null;
}

type After = { ms?: number; untried?: boolean; byHand?: boolean };

async function back(claimed: Claimed, now: Date, { ms = 0, untried = false, byHand = false }: After) {
  const tries = claimed.row.tries + (untried ? 0 : 1);
  await write(async (tx) => {
    await giveBack(tx, claimed, { nextAt: new Date(now.getTime() + ms), tries, byHand });
  });
}
