import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { claimDaily } from "~/domain/wallet/claiming.server";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser } from "~/web/session/guard.server";
import { walletText } from "~/ui/parts/wallet-words";

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const amount = env().DAILY_GRANT;
  if (amount === 0) throw notFound();
  const done = await write((tx) => claimDaily(tx, { userId: user.id, amount, now: clock.now() }));
  if (!done.ok) return form.refuse({ form: refusals[done.reason] });
  return redirectWithFlash("/wallet", walletText.added(amount));
}

const refusals = {
  "claimed-today": walletText.claimedAlready,
  "in-debt": "You can’t claim Buzz until your debt is paid off.",
};

export default function WalletClaims() {
  return (
    <Refusal
      title="Already claimed today"
      answer={useActionData<typeof action>()}
      back={{ to: "/wallet", words: walletText.backToWallet }}
    />
  );
}
