import { json } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { write } from "~/db/write";
import { answerSeat } from "~/domain/crucible/judging/answering.server";
import { toJudge } from "~/domain/crucible/judging/judges";
import { JudgingForm } from "~/domain/crucible/judging/judging-form";
import { readSeat } from "~/domain/crucible/judging/seat-reading.server";
import { answerText, refusalText } from "~/ui/crucible/judge/words";
import { secureRandom } from "~/web/server/secure-random.server";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";

/** One request for each vote of a page with scripts: the answer carries the seat as it is after it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, JudgingForm);
  if (!form.ok) return form.reply;

  const now = clock.now();
  const who = { judge: toJudge(user, env().judges, now), crucibleId, now };
  const answer = await write((tx) => answerSeat(tx, { ...who, form: form.value, random: secureRandom }));
  const seat = await readSeat(who);
  if (!answer || !seat) throw notFound();
  const words = answer.ok ? answerText(answer.done, seat.ok ? seat.progress.session : 0) : refusalText(answer.reason);
  return json({ words, now: now.getTime(), seat }, { status: answer.ok ? 200 : 422 });
}
