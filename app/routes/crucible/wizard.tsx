import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { summarizeDraft } from "~/domain/crucible/opening/draft-summary.server";
import { Costs } from "~/ui/crucible/wizard/costs";
import { WizardPreview } from "~/ui/crucible/wizard/preview";
import { WizardSteps } from "~/ui/crucible/wizard/steps";
import type { Wizard } from "~/ui/crucible/wizard/fields";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const outline = await summarizeDraft(user.id, now);
  const savedAt = outline.savedAt?.getTime() ?? null;
  return json({ ...outline, savedAt, creator: user.username, now: now.getTime() });
}

/** What surrounds every step: where one is, what it will look like, and what it costs. */
export default function WizardFrame() {
  const wizard: Wizard = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <main id="main" className="wrap create">
      <h1>New crucible</h1>
      <WizardSteps steps={wizard.steps} path={pathname} />
      <div className="cols">
        <Outlet context={wizard} />
        <aside className="side stack" aria-label="Preview and cost">
          <WizardPreview wizard={wizard} />
          <Costs wizard={wizard} paying={pathname.endsWith("/review")} />
        </aside>
      </div>
    </main>
  );
}
