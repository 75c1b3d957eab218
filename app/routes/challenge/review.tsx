import { useForm } from "@conform-to/react";
import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { HandReviewForm, scoresIn } from "~/domain/challenge/reviewing/forms";
import { reviewByHand, toReview } from "~/domain/challenge/reviewing/by-hand.server";
import { isModerator } from "~/domain/moderation/rules";
import { challengeText } from "~/ui/challenge/challenge-words";
import { ScoreFields } from "~/ui/challenge/score-fields";
import { ErrorSummary, errorsOf } from "~/ui/parts/error-summary";
import { TextArea } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { count } from "~/ui/parts/format";
import { Picture } from "~/ui/parts/picture";
import { When } from "~/ui/parts/when";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => [{ title: "Score entries · Crucible" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const reviewer = { id: user.id, moderator: isModerator(user) };
  const entryId = numberParam(params.entry);
  const found = await toReview(numberParam(params.id), reviewer, entryId);
  if (!found) throw notFound();
  const { challenge, criteria, left, picture } = found;
  if (found.entryId !== entryId || !picture) throw redirect(`/challenges/${challenge.id}/reviews`, 302);
  const until = challenge.until.getTime();
  return json({ challenge: { ...challenge, until }, criteria, left, picture, entryId, now: clock.now().getTime() });
}

const refusals = {
  over: "This challenge is over.",
  "done-already": "This entry was scored already. Here is the next one.",
  scores: "Choose a score for each criterion.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const [challengeId, entryId] = [numberParam(params.id), numberParam(params.entry)];
  const form = await readForm(request, HandReviewForm);
  if (!form.ok) return form.reply;

  const reviewer = { id: user.id, moderator: isModerator(user) };
  const given = { scores: scoresIn(form.value), words: form.value.words, now: clock.now() };
  const done = await write((tx) => reviewByHand(tx, { reviewer, challengeId, entryId, ...given }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: refusals[done.reason] });
  const next = await toReview(challengeId, reviewer, null);
  return redirectWithFlash(
    `/challenges/${challengeId}/reviews${next?.entryId ? `/${next.entryId}` : ""}`,
    challengeText.reviewed,
  );
}

export default function Review() {
  const { challenge, left, picture, entryId, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack page">
      <Link className="crumb" to={`/challenges/${challenge.id}`}>
        {challenge.title}
      </Link>
      <h1>{challengeText.judgeByHand}</h1>
      <p className="dim">
        {count(left, "entry", "entries")} left, until <When at={challenge.until} now={now} form="both" />. You see no
        names, and never your own entries.
      </p>
      <Picture media={picture} alt="The entry to score" sizes="(max-width: 48rem) 92vw, 44rem" eager />
      <ScoreForm key={entryId} />
    </main>
  );
}

type Typed = { words: string; c0: string; c1: string; c2: string; c3: string };

function ScoreForm() {
  const { challenge, criteria, entryId } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Typed>({ lastResult: useActionData<typeof action>() });
  const { id, theme, prompt } = challenge;
  return (
    <Form method="post" action={`/challenges/${id}/reviews/${entryId}`} className="panel stack form" noValidate>
      <ErrorSummary errors={errorsOf(form, fields)} />
      <p>
        <b>Theme:</b> {theme}
      </p>
      {prompt ? <p className="as-typed">{prompt}</p> : null}
      {criteria.map((criterion, at) => (
        <ScoreFields key={criterion.label} criterion={criterion} field={fields[`c${at}` as keyof Typed] as FieldMeta} />
      ))}
      <TextArea
        field={fields.words as FieldMeta}
        label="In words"
        hint="What you see, and what speaks for and against it."
        rows={3}
      />
      <p className="row">
        <button className="btn primary">Save and next</button>
      </p>
    </Form>
  );
}
