import type { Tx } from "~/db/client";
import type { Judge } from "./judges";
import type { JudgingForm } from "./judging-form";
import { castVote, giveBackPair, skipPair } from "./judging.server";
import type { Random } from "~/domain/contest/random";
import { takeSeat } from "./seating.server";
import { undoVote } from "./undoing.server";

type AnswerSeatInput = { judge: Judge; crucibleId: number; form: JudgingForm; now: Date; random: Random };
type Done = "seated" | "voted" | "skipped" | "given-back" | "undone" | "answered-before";

/** Does what the form asks; refuses as the verb behind it does. Null: there is no such crucible. */
export async function answerSeat(tx: Tx, { form, ...who }: AnswerSeatInput) {
  if ("choice" in form) return answerPair(tx, { ...who, token: form.pair }, form.choice);
  if (form.intent === "undo") return told(await undoVote(tx, { ...who, token: form.pair }), "undone");
  return told(await takeSeat(tx, who), "seated");
}

type ToPair = Omit<AnswerSeatInput, "form"> & { token: string };

async function answerPair(tx: Tx, answer: ToPair, choice: "left" | "right" | "skip" | "unseen") {
  const { reply, done } = await answered(tx, answer, choice);
  return told(reply, reply?.ok && !reply.counted ? "answered-before" : done);
}

async function answered(tx: Tx, answer: ToPair, choice: "left" | "right" | "skip" | "unseen") {
  if (choice === "skip") return { reply: await skipPair(tx, answer), done: "skipped" } as const;
  if (choice === "unseen") return { reply: await giveBackPair(tx, answer), done: "given-back" } as const;
  return { reply: await castVote(tx, { ...answer, choice }), done: "voted" } as const;
}

function told<R extends { ok: boolean } | null>(reply: R, done: Done) {
  return reply?.ok ? ({ ok: true, done } as const) : (reply as Exclude<R, { ok: true }>);
}
