import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { LevelsForm, levelRefusals } from "~/domain/account/schema";
import { readSettings, setBrowsingLevels } from "~/domain/account/settings.server";
import { JudgingKeys } from "~/ui/settings/judging-keys";
import { BrowsingLevels } from "~/ui/settings/browsing-levels";
import { ownMeta } from "~/ui/parts/public-meta";
import { SettingsFrame } from "~/ui/settings/frame";
import { ThemeChoice } from "~/ui/settings/theme-choice";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser } from "~/web/session/guard.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => ownMeta("Settings");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const settings = await readSettings(user.id);
  if (!settings) throw notFound();
  const { browsingLevels, theme, judgingKeys, adultConfirmedAt } = settings;
  return json({
    browsingLevels,
    theme,
    judgingKeys,
    adultSince: adultConfirmedAt?.getTime() ?? null,
    now: clock.now().getTime(),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, LevelsForm);
  if (!form.ok) return form.reply;

  const { levels, adult } = form.value;
  const done = await write((tx) => setBrowsingLevels(tx, { userId: user.id, levels, adult, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ adult: levelRefusals[done.reason] });
  return redirectWithFlash("/settings", accountText.contentRatingsSaved);
}

export default function Settings() {
  const { browsingLevels, theme, judgingKeys, adultSince, now } = useLoaderData<typeof loader>();
  return (
    <SettingsFrame at="/settings">
      <BrowsingLevels
        chosen={browsingLevels}
        adultSince={adultSince}
        now={now}
        lastResult={useActionData<typeof action>()}
      />
      <ThemeChoice theme={theme} />
      <JudgingKeys on={judgingKeys} />
    </SettingsFrame>
  );
}
