import type { Tx } from "~/db/client";
import type { Judge } from "./judges";
import type { JudgingForm } from "./judging-form";
import { castVote, skipPair } from "./judging.server";
import type { Random } from "~/domain/contest/random";
import { takeSeat } from "./seating.server";
import { undoVote } from "./undoing.server";

type AnswerSeatInput = { judge: Judge; crucibleId: number; form: JudgingForm; now: Date; random: Random };
type Done = "seated" | "voted" | "skipped" | "undone" | "answered-before";

/** Does what the form asks; refuses as the verb behind it does. Null: there is no such crucible. */
export async function answerSeat(tx: Tx, { form, ...who }: AnswerSeatInput) {
  if ("choice" in form) return answerPair(tx, { ...who, token: form.pair }, form.choice);
  if (form.intent === "undo") return told(await undoVote(tx, { ...who, token: form.pair }), "undone");
  return told(await takeSeat(tx, who), "seated");
}

type ToPair = Omit<AnswerSeatInput, "form"> & { token: string };

async function answerPair(tx: Tx, answer: ToPair, choice: "left" | "right" | "skip") {
  const reply = choice === "skip" ? await skipPair(tx, answer) : await castVote(tx, { ...answer, choice });
  if (reply?.ok && !reply.counted) return told(reply, "answered-before");
  return told(reply, choice === "skip" ? "skipped" : "voted");
}

function told<R extends { ok: boolean } | null>(reply: R, done: Done) {
  return reply?.ok ? ({ ok: true, done } as const) : (reply as Exclude<R, { ok: true }>);
}
