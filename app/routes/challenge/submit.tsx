import { randomBytes } from "node:crypto";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { enterChallenge, entryEligibility, entrySituation } from "~/domain/challenge/entering/entering.server";
import { SubmitForm } from "~/domain/challenge/entering/forms";
import { theJudge } from "~/domain/challenge/judge/port.server";
import { ButtonForm } from "~/domain/challenge/opening/forms";
import { pathOf } from "~/domain/challenge/slug";
import { viewChallenge } from "~/domain/challenge/viewing.server";
import { limits, tooManyBytes } from "~/domain/media/limits";
import { UploadFields } from "~/domain/media/schema";
import { challengeText } from "~/ui/challenge/challenge-words";
import { ChallengeSubmit } from "~/ui/challenge/submit";
import { submitText } from "~/ui/contest/submit-words";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf } from "~/web/form/form-fields.server";
import { formValues } from "~/web/form/form.server";
import { withFields } from "~/web/form/multipart-form.server";
import { besideNone, besidePictures, refused } from "~/domain/contest/submitting";
import { takeFiles } from "~/domain/media/taking-files.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";

const PAGE = 48;

export const handle = { body: "focused" };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  ownMeta(`Submit entries to ${data?.challenge.title ?? "a challenge"}`);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const [challengeId, now] = [numberParam(params.id), clock.now()];
  const found = await viewChallenge(challengeId, await viewer(request), now);
  if (!found) throw notFound();
  const { limit, ticked } = askedOf(new URL(request.url).searchParams);
  const choices = (await entryEligibility({ entrantId: user.id, challengeId, limit: limit + 1 }))!;
  const { id, title, levels, madeForThis, models, judgedBy, modelRule } = found;
  const asked = { levels, madeForThis, models: modelRule === "required" ? models : [], judgedBy };
  return json({
    challenge: { id, title, path: pathOf(found), endsAt: found.endsAt.getTime(), ...asked },
    choices: choices.slice(0, limit),
    shown: limit,
    more: choices.length > limit ? limit + PAGE : null,
    ticked,
    situation: (await entrySituation({ entrantId: user.id, challengeId, now }))!,
    provider: theJudge()?.provider ?? null,
    now: now.getTime(),
  });
}

/** How many to show, and what was ticked before more were asked for. */
function askedOf(search: URLSearchParams) {
  const asked = Number(search.get("show"));
  const limit = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, limits.ownedFiles) : PAGE;
  return { limit, ticked: search.getAll("mediaId").map(Number) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const challengeId = numberParam(params.id);
  const fields = fieldsOf(SubmitForm, UploadFields, ButtonForm);
  const most = { fileBytes: limits.imageBytes, files: limits.filesAtOnce, fields };
  return withFields(request, most, async (files, words, excess) => {
    const typed = formValues(words);
    const chosen = [typed.mediaId ?? []].flat().map(Number);
    if (excess === "bytes") return json(refused(chosen, [tooManyBytes]), { status: 413 });
    if (files.length > 0 || typed.intent === "upload")
      return json(await takeFiles({ ownerId: user.id, files, more: excess !== null, typed, chosen, now: clock.now() }));
    const form = SubmitForm.safeParse({ mediaId: typed.mediaId });
    if (!form.success) return json(refused(chosen, [form.error.issues[0]!.message]), { status: 400 });
    const entering = { entrantId: user.id, challengeId, mediaIds: form.data.mediaId, keys: newKey, now: clock.now() };
    const done = await write((tx) => enterChallenge(tx, entering));
    if (!done) throw notFound();
    if (!done.ok) {
      const errors = besideNone(done.refusals, submitText.notInLibrary);
      return json({ ...refused(chosen, errors), refusals: besidePictures(done.refusals) }, { status: 422 });
    }
    const said = challengeText.submitted(done.entryIds.length, done.judged);
    return redirectWithFlash(`/challenges/${challengeId}/mine`, said);
  });
}

function newKey() {
  return randomBytes(16).toString("hex");
}

export default function Submit() {
  const data = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow">
      <ChallengeSubmit {...data} answer={useActionData<typeof action>()} />
    </main>
  );
}
