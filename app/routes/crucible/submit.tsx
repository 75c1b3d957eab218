import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { entrySituation, entryEligibility, enterCrucible } from "~/domain/crucible/entering/entering.server";
import { SubmitForm } from "~/domain/crucible/entering/forms";
import { ButtonForm } from "~/domain/crucible/opening/forms";
import { pathOf } from "~/domain/crucible/slug";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import type { ViewedCrucible } from "~/domain/crucible/viewing.server";
import { limits, tooManyBytes } from "~/domain/media/limits";
import { UploadFields } from "~/domain/media/schema";
import { ownMeta } from "~/ui/parts/public-meta";
import { SubmitSheet } from "~/ui/crucible/submit/sheet";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { formValues } from "~/web/form/form.server";
import { fieldsOf } from "~/web/form/form-fields.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";
import { withFields } from "~/web/form/multipart-form.server";
import { besideNone, besidePictures, refused } from "~/domain/contest/submitting";
import { takeFiles } from "~/domain/media/taking-files.server";
import { submitText } from "~/ui/contest/submit-words";

export const handle = { body: "focused" };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  ownMeta(`Submit entries to ${data?.crucible.name ?? "a crucible"}`);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  const now = clock.now();
  const crucible = await viewCrucible(crucibleId, await viewer(request));
  if (!crucible) throw notFound();
  const { limit, ticked } = askedOf(new URL(request.url).searchParams);
  const choices = (await entryEligibility({ entrantId: user.id, crucibleId, limit: limit + 1 }))!;
  const situation = (await entrySituation({ entrantId: user.id, crucibleId, now }))!;
  return json({
    crucible: entered(crucible),
    choices: choices.slice(0, limit),
    shown: limit,
    more: choices.length > limit ? limit + PAGE : null,
    ticked,
    situation,
    now: now.getTime(),
  });
}

function entered(crucible: ViewedCrucible) {
  const { id, name, entryFee, levels, mediaKinds, minSide, resourceRule, models, entriesCloseAt } = crucible;
  const asked = { levels, mediaKinds, minSide, resourceRule, models };
  return { id, name, path: pathOf(crucible), entryFee, asked, entriesCloseAt: entriesCloseAt.getTime() };
}

const PAGE = 48;

/** How many to show, and what was ticked before more were asked for. */
function askedOf(search: URLSearchParams) {
  const asked = Number(search.get("show"));
  const limit = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, limits.ownedFiles) : PAGE;
  return { limit, ticked: search.getAll("mediaId").map(Number) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  return withFields(
    request,
    { fileBytes: limits.videoBytes, files: limits.filesAtOnce, fields: fieldsOf(SubmitForm, UploadFields, ButtonForm) },
    async (files, words, excess) => {
      const typed = formValues(words);
      const chosen = [typed.mediaId ?? []].flat().map(Number);
      if (excess === "bytes") return json(refused(chosen, [tooManyBytes]), { status: 413 });
      if (files.length > 0 || typed.intent === "upload")
        return json(
          await takeFiles({ ownerId: user.id, files, more: excess !== null, typed, chosen, now: clock.now() }),
        );
      const form = SubmitForm.safeParse({ mediaId: typed.mediaId });
      if (!form.success) return json(refused(chosen, [form.error.issues[0]!.message]), { status: 400 });
      const now = clock.now();
      const done = await write((tx) =>
        enterCrucible(tx, { entrantId: user.id, crucibleId, mediaIds: form.data.mediaId, now }),
      );
      if (!done) throw notFound();
      if (!done.ok)
        return json(
          {
            ...refused(chosen, besideNone(done.refusals, submitText.notInLibrary)),
            refusals: besidePictures(done.refusals),
          },
          { status: 422 },
        );
      const crucible = await viewCrucible(crucibleId, await viewer(request));
      return redirectWithFlash(pathOf(crucible!), submitText.submitted(done.entryIds.length, done.paid));
    },
  );
}

export default function Submit() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wrap narrow">
      <SubmitSheet {...data} answer={answer} heading="h1" />
    </main>
  );
}
