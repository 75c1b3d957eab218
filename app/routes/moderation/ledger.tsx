import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkLedger } from "~/domain/wallet/checking.server";
import { Flash } from "~/ui/parts/flash";
import { ModerationFrame } from "~/ui/moderation/frame";
import { Stats } from "~/ui/parts/stat";
import { When } from "~/ui/parts/when";
import { count, number } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Ledger · Crucible" }];

const SHOWN = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const { mismatches, ...report } = checkLedger();
  return json({
    ...report,
    wrong: mismatches.length,
    mismatches: mismatches.slice(0, SHOWN),
    now: clock.now().getTime(),
  });
}

export default function ModerationLedger() {
  const { ok, accounts, transfers, sum, wrong, mismatches, now } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/ledger" title="Ledger">
      <Flash tone={ok ? "good" : "bad"}>
        {ok
          ? moderationText.ledgerCorrect
          : `Wrong balance in ${count(wrong, "account")}. Nothing was repaired; see the runbook`}
        , as of <When at={now} now={now} form="full" />.
      </Flash>
      <Stats
        className="panel"
        stats={[
          { label: "Accounts", value: number(accounts) },
          { label: "Transfers", value: number(transfers) },
          { label: "Total", value: number(sum) },
        ]}
      />
      {mismatches.length > 0 ? (
        <section>
          <table className="table">
            <caption className="vh">Accounts with a wrong balance</caption>
            <thead>
              <tr>
                <th scope="col">Account</th>
                <th scope="col" className="n">
                  Balance
                </th>
                <th scope="col" className="n">
                  Recounted
                </th>
              </tr>
            </thead>
            <tbody>
              {mismatches.map(({ accountId, balance, counted }) => (
                <tr key={accountId}>
                  <th scope="row">{accountId}</th>
                  <td className="n">{balance === null ? "none" : number(balance)}</td>
                  <td className="n">{number(counted)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </ModerationFrame>
  );
}
