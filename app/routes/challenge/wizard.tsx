import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { theJudge } from "~/domain/challenge/judge/port.server";
import { summarizeDraft } from "~/domain/challenge/opening/draft-summary.server";
import { isModerator } from "~/domain/moderation/rules";
import { ChallengeCosts } from "~/ui/challenge/wizard/costs";
import type { Wizard } from "~/ui/challenge/wizard/fields";
import { ChallengeSteps } from "~/ui/challenge/wizard/form";
import { ChallengePreview } from "~/ui/challenge/wizard/preview";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const outline = await summarizeDraft(user.id, now);
  const savedAt = outline.savedAt?.getTime() ?? null;
  const site = { free: isModerator(user), careful: Boolean(theJudge()?.carefulModel) };
  return json({ ...outline, ...site, savedAt, creator: user.username, now: now.getTime() });
}

/** What surrounds every step: where one is, what it will look like, and what it costs. */
export default function ChallengeWizard() {
  const wizard: Wizard = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <main id="main" className="wrap create">
      <h1>New challenge</h1>
      <ChallengeSteps steps={wizard.steps} path={pathname} />
      <div className="cols">
        <Outlet context={wizard} />
        <aside className="side stack" aria-label="Preview and cost">
          <ChallengeCosts wizard={wizard} paying={pathname.endsWith("/review")} />
          <ChallengePreview wizard={wizard} />
        </aside>
      </div>
    </main>
  );
}
