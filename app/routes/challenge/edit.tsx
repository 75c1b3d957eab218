import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { editingRefusals } from "~/domain/challenge/challenge-messages";
import { editChallenge } from "~/domain/challenge/opening/editing.server";
import { EditForm } from "~/domain/challenge/opening/forms";
import { descriptionLength, invitationLength, themeLength, titleLength } from "~/domain/challenge/schema";
import { pathOf } from "~/domain/challenge/slug";
import { isOver, phaseOf } from "~/domain/challenge/times";
import { viewChallenge } from "~/domain/challenge/viewing.server";
import { coverLevels } from "~/domain/media/cover-ratings";
import { includesRating } from "~/domain/media/content-ratings";
import { library } from "~/domain/media/library.server";
import { CoverPicker } from "~/ui/contest/cover-picker";
import { ErrorSummary, errorsOf } from "~/ui/parts/error-summary";
import { TextArea, TextField } from "~/ui/parts/field";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const who = await viewer(request);
  const found = await viewChallenge(numberParam(params.id), who, now);
  if (!found || !(found.mine || who.moderator) || isOver(found, now)) throw notFound();
  const { items } = await library(user.id, { limit: 200 });
  const covers = items.filter(
    ({ kind, level, id }) => id === found.cover?.id || (kind === "image" && includesRating(coverLevels, level)),
  );
  const { id, title, theme, invitation, description, cover } = found;
  const early = phaseOf(found, now) === "upcoming";
  const shown = cover && !covers.some((one) => one.id === cover.id) ? [{ ...cover }, ...covers] : covers;
  return json({
    id,
    title,
    theme,
    invitation,
    description,
    cover: cover?.id ?? null,
    covers: shown,
    path: pathOf(found),
    early,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const challengeId = numberParam(params.id);
  const form = await readForm(request, EditForm);
  if (!form.ok) return form.reply;

  const { cover: coverMediaId, ...words } = form.value;
  const { moderator } = await viewer(request);
  const edit = { editor: { id: user.id, moderator }, challengeId, ...words, coverMediaId, now: clock.now() };
  const done = await write((tx) => editChallenge(tx, edit));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: editingRefusals[done.reason] });
  return redirectWithFlash(pathOf({ id: challengeId, title: words.title }), "Saved.");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.title ?? "a challenge"} · Crucible` },
];

export default function ChallengeEdit() {
  const { title, theme, invitation, description, cover, covers, path, early } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const defaultValue = { title, theme, invitation, description, cover: String(cover ?? "") };
  const [form, fields] = useForm({ lastResult, defaultValue });
  return (
    <main id="main" className="wrap narrow stack page">
      <Link className="crumb" to={path}>
        {title}
      </Link>
      <h1>Edit challenge</h1>
      <ErrorSummary errors={errorsOf(form, fields)} />
      {early ? null : <p className="dim">It runs, so its theme and invitation stay as they are.</p>}
      <Form method="post" className="stack" {...getFormProps(form)} onSubmit={undefined}>
        <TextField
          field={fields.title}
          label="Title"
          minLength={titleLength.min}
          maxLength={titleLength.max}
          required
        />
        <TextField field={fields.theme} label="Theme" maxLength={themeLength} required readOnly={!early} />
        <TextField
          field={fields.invitation}
          label="Invitation"
          optional
          maxLength={invitationLength}
          readOnly={!early}
        />
        <TextArea
          field={fields.description}
          label="Description"
          optional
          hint="Markdown: emphasis, lists and links."
          rows={6}
          maxLength={descriptionLength}
        />
        <CoverPicker
          field={fields.cover}
          chosen={String(fields.cover.initialValue ?? "")}
          images={covers}
          keep={cover}
          hint="From your library, rated PG or PG-13."
        />
        <p className="row">
          <button className="btn primary lg">Save</button>
          <Link className="btn quiet" to={path}>
            Cancel
          </Link>
        </p>
      </Form>
    </main>
  );
}
