import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { report, reportable } from "~/domain/moderation/reporting.server";
import { ReportForm, readReportSubject, reportRefusals } from "~/domain/moderation/schema";
import { kindOf } from "~/domain/subject/kinds";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser, viewer } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Report · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const { searchParams } = new URL(request.url);
  const about = readReportSubject(searchParams.get("subject"));
  if (!about || !(await reportable(await viewer(request), about))) throw notFound();
  return json({ about, what: kindOf(about.subjectKind).thisOne, to: safePath(searchParams.get("to")) });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const reporter = { ...(await viewer(request)), id: user.id };
  const form = await readForm(request, ReportForm);
  if (!form.ok) return form.reply;

  const { to, ...about } = form.value;
  const done = await write((tx) => report(tx, { reporter, ...about, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: reportRefusals[done.reason] });
  return redirectWithFlash(safePath(to), moderationText.reported);
}

export default function Report() {
  const { about, what, to } = useLoaderData<typeof loader>();
  const hidden = { ...about, to };
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Report {what}</h1>
      <p>Only moderators see your report. The person you report won’t know it was you.</p>
      <ReasonForm
        button={moderationText.sendReport}
        back={to}
        label={moderationText.whatIsWrong}
        lastResult={useActionData<typeof action>()}
      >
        {() =>
          Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
        }
      </ReasonForm>
    </main>
  );
}
