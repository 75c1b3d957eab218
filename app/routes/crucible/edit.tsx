import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { editCrucible } from "~/domain/crucible/opening/editing.server";
import { EditForm } from "~/domain/crucible/opening/forms";
import { coverLevels } from "~/domain/media/cover-ratings";
import { descriptionLength, nameLength } from "~/domain/crucible/schema";
import { pathOf } from "~/domain/crucible/slug";
import { isOver } from "~/domain/crucible/schedule";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { includesRating } from "~/domain/media/content-ratings";
import { library } from "~/domain/media/library.server";
import { ErrorSummary, errorsOf } from "~/ui/parts/error-summary";
import { TextArea, TextField } from "~/ui/parts/field";
import { CoverPicker } from "~/ui/contest/cover-picker";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await viewCrucible(numberParam(params.id), await viewer(request));
  if (!found || found.creator.id !== user.id) throw notFound();
  const { items } = await library(user.id, { limit: 200 });
  const covers = items.filter(
    ({ kind, level, id }) => id === found.cover?.id || (kind === "image" && includesRating(coverLevels, level)),
  );
  const { id, name, description, cover } = found;
  const open = !isOver(found, clock.now());
  return json({ id, name, description, cover: cover?.id ?? null, covers, path: pathOf(found), open });
}

const refusals = {
  over: { form: "This crucible is over, so it can’t be changed." },
  "no-such-cover": { cover: "This image is no longer in your library." },
  "cover-not-an-image": { cover: "The cover must be an image, not a video." },
  "cover-level": { cover: "The cover must be rated PG or PG-13." },
};

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, EditForm);
  if (!form.ok) return form.reply;

  const { cover: coverMediaId, name, description } = form.value;
  const edit = { creatorId: user.id, crucibleId, name, description, coverMediaId, now: clock.now() };
  const done = await write((tx) => editCrucible(tx, edit));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse(refusals[done.reason]);
  return redirectWithFlash(pathOf({ id: crucibleId, name }), "Saved.");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.name ?? "a crucible"} · Crucible` },
];

export default function CrucibleEdit() {
  const { name, description, cover, covers, path, open } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({ lastResult, defaultValue: { name, description, cover: String(cover ?? "") } });
  return (
    <main id="main" className="wrap narrow stack page">
      <Link className="crumb" to={path}>
        {name}
      </Link>
      <h1>Edit crucible</h1>
      <ErrorSummary errors={errorsOf(form, fields)} />
      {open ? null : <p>This crucible is over, so it can’t be changed.</p>}
      <Form method="post" className="stack" {...getFormProps(form)} onSubmit={undefined}>
        <TextField field={fields.name} label="Name" minLength={nameLength.min} maxLength={nameLength.max} required />
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
          <button className="btn primary lg" disabled={!open}>
            Save
          </button>
          <Link className="btn quiet" to={path}>
            Cancel
          </Link>
        </p>
      </Form>
    </main>
  );
}
