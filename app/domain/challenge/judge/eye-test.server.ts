import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { reader } from "~/db/client";
import { judgeModels } from "~/db/schema/judge";
import { write } from "~/db/write";
import { call } from "./calls.server";
import { readDuel, readReview } from "./answers";
import type { Judge } from "./port.server";
import { duelQuestion, reviewQuestion } from "./questions";

/** The UTC day, `2026-05-01`. */
function dayOf(now: Date) {
  return now.toISOString().slice(0, 10);
}

const brief = {
  theme: "A red circle",
  prompt: "",
  criteria: [
    { label: "Theme", question: "Is there a red circle?", percent: 60 },
    { label: "Aesthetic", question: "Is it clean?", percent: 40 },
  ],
  featured: [],
};

const SIDE = 256;
const [GRAY, RED] = [
  [128, 128, 128],
  [224, 32, 32],
];

/** A gray card, with a red circle of so many pixels across its middle. Drawn by hand: the site reads no SVG. */
function drawn(radius: number) {
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [(at % SIDE) - SIDE / 2, Math.floor(at / SIDE) - SIDE / 2];
    pixels.set(Math.hypot(x, y) < radius ? RED! : GRAY!, at * 3);
  }
  return sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** Whether a model passed today’s eye test; null when it has not been tried today. */
export async function passedToday(model: string, now: Date) {
  const where = and(eq(judgeModels.model, model), eq(judgeModels.day, dayOf(now)));
  const row = await reader().query.judgeModels.findFirst({ where });
  return row ? row.passed : null;
}

/** The first of the models that passed today’s eye test; those not tried today are tried. Null when none did. */
export async function seeingModel(judge: Judge, wanted: readonly string[], now: Date) {
  for (const model of wanted) {
    const known = await passedToday(model, now);
    if (known ?? (await eyeTest(judge, model, now))) return model;
  }
  return null;
}

const underWay = new Map<string, Promise<boolean>>();

/** One test of a model at a time: whoever asks meanwhile waits for it. */
function eyeTest(judge: Judge, model: string, now: Date) {
  const known = underWay.get(model);
  if (known) return known;
  const test = testEyes(judge, model, now).finally(() => underWay.delete(model));
  underWay.set(model, test);
  return test;
}

/**
 * Shows a model a drawn red circle, a gray card, and both side by side in both orders, and keeps whether it saw what is
 * there. A call that fails for a reason of its own is no verdict: it is tried again.
 */
async function testEyes(judge: Judge, model: string, now: Date) {
  const note = await faultOf(judge, model, now);
  if (note === "unknown") return false;
  const row = { model, day: dayOf(now), passed: note === null, note: note ?? "", testedAt: now };
  await write(async (tx) => {
    await tx
      .insert(judgeModels)
      .values(row)
      .onConflictDoUpdate({ target: [judgeModels.model, judgeModels.day], set: row });
  });
  return note === null;
}

async function faultOf(judge: Judge, model: string, now: Date) {
  const [circle, card] = [await drawn(80), await drawn(0)];
  const about = { judge, model, challengeId: null, pinned: null, now };
  const ask = async (question: ReturnType<typeof reviewQuestion>) => {
    const answer = await call({ ...about, question: { ...question, task: "eye-test" } });
    return answer.ok ? answer.value : undefined;
  };
  const seen = await ask(reviewQuestion(brief, circle, "eye"));
  const blank = await ask(reviewQuestion(brief, card, "eye"));
  const left = await ask(duelQuestion(brief, [circle, card], "eye"));
  const right = await ask(duelQuestion(brief, [card, circle], "eye"));
  if ([seen, blank, left, right].includes(undefined)) return "unknown";
  if (!((readReview(seen, 2)?.scores[0] ?? 0) >= 6)) return "It did not see a red circle.";
  if (!((readReview(blank, 2)?.scores[0] ?? 10) <= 3)) return "It saw a red circle on a gray card.";
  const choices = [readDuel(left)?.better, readDuel(right)?.better];
  return choices.join() === "first,second" ? null : "It did not find the circle on both sides.";
}
