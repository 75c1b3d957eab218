import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { readReport, resolveReport } from "~/domain/moderation/reporting.server";
import { ResolveForm, moderationRefusals } from "~/domain/moderation/schema";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { SubjectLink } from "~/ui/moderation/subject-link";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Report · Crucible" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const report = await readReport(numberParam(params.id));
  if (!report) throw notFound();
  const { subjectKind, subjectId, reason, resolution } = report;
  return json({ subject: `${subjectKind}:${subjectId}`, reason, resolution });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const reportId = numberParam(params.id);
  const form = await readForm(request, ResolveForm);
  if (!form.ok) return form.reply;

  const act = { moderatorId: moderator.id, reportId, resolution: form.value.resolution, now: clock.now() };
  const done = await write((tx) => resolveReport(tx, act));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: moderationRefusals[done.reason] });
  return redirectWithFlash("/moderation", "Report resolved.");
}

export default function ModerationReport() {
  const { subject, reason, resolution } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <ModerationFrame at="/moderation" title="Report">
      <blockquote className="panel">
        <p>“{reason}”</p>
        <p className="meta">
          about <SubjectLink subject={subject} />
        </p>
      </blockquote>
      {resolution === null || lastResult ? (
        <ReasonForm
          name="resolution"
          label={moderationText.actionTaken}
          button="Resolve"
          back="/moderation"
          lastResult={lastResult}
          hint="This only closes the report. Take any action on the content’s own page first."
        />
      ) : (
        <p>Resolved: {resolution}</p>
      )}
    </ModerationFrame>
  );
}
