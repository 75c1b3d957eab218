import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { answerSeat } from "~/domain/crucible/judging/answering.server";
import { descriptionText } from "~/domain/list/markdown";
import { toJudge } from "~/domain/crucible/judging/judges";
import { judgingElsewhere } from "~/domain/crucible/judging/judging-elsewhere.server";
import { JudgingForm } from "~/domain/crucible/judging/judging-form";
import { hasReminder } from "~/domain/crucible/opening/reminding.server";
import { readSeat } from "~/domain/crucible/judging/seat-reading.server";
import { pathOf } from "~/domain/crucible/slug";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import type { ViewedCrucible } from "~/domain/crucible/viewing.server";
import { JudgePage } from "~/ui/crucible/judge/desk";
import type { JudgedCrucible } from "~/ui/crucible/judge/seat";
import { answerText, refusalText } from "~/ui/crucible/judge/words";
import { ownMeta } from "~/ui/parts/public-meta";
import { secureRandom } from "~/web/server/secure-random.server";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import type { Flash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";
import { currentUser } from "~/web/session/session.server";

export const handle = { bare: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  ownMeta(data ? `Judging ${data.crucible.name}` : "Judging");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const crucibleId = numberParam(params.id);
  const found = await viewCrucible(crucibleId, await viewer(request));
  if (!found) throw notFound();
  const [user, now] = [await currentUser(request), clock.now()];
  const judge = user && toJudge(user, env().judges, now);
  const seat = judge && (await readSeat({ judge, crucibleId, now }));
  const atPair = seat?.ok && seat.current;
  return json({
    now: now.getTime(),
    crucible: judged(found),
    person: user && {
      keys: user.judgingKeys,
      score: user.score,
      reminded: await hasReminder({ userId: user.id, crucibleId }),
    },
    seat,
    elsewhere: judge && !atPair ? await judgingElsewhere({ judge, except: crucibleId, now, limit: 3 }) : [],
  });
}

function judged({ creator, description, judgeMinScore, ...crucible }: ViewedCrucible): JudgedCrucible {
  const { id, name, status, entryFee, entryCount, startsAt, endsAt, entriesCloseAt } = crucible;
  const times = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), entriesCloseAt: entriesCloseAt.getTime() };
  const words = { name, theme: descriptionText(description, 120), path: pathOf(crucible), creator: creator.username };
  return { id, status, entryFee, entryCount, minScore: judgeMinScore, ...times, ...words };
}

/** Without scripts; with them answers go to judge-answers. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, JudgingForm);
  if (!form.ok) return json({ words: "Something went wrong with that vote. Nothing was counted." }, { status: 400 });

  const now = clock.now();
  const who = { judge: toJudge(user, env().judges, now), crucibleId, now };
  const answer = await write((tx) => answerSeat(tx, { ...who, form: form.value, random: secureRandom }));
  if (!answer) throw notFound();
  if (!answer.ok) return json({ words: refusalText(answer.reason) }, { status: 422 });
  const seat = await readSeat(who);
  return redirectWithFlash(
    `/crucibles/${crucibleId}/judge`,
    answerText(answer.done, seat?.ok ? seat.progress.session : 0),
  );
}

export default function Judge() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const root = useRouteLoaderData<{ flash: Flash | null }>("root");
  const status = refused
    ? { words: refused.words, good: false }
    : { words: root?.flash?.words ?? "", good: root?.flash?.tone !== "bad" };
  return <JudgePage {...data} status={status} />;
}
