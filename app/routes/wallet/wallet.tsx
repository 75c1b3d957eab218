import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { linksTo } from "~/domain/subject/linking.server";
import { claimState } from "~/domain/wallet/claiming.server";
import { walletSummary, rareBalances, readHistory } from "~/domain/wallet/history.server";
import { HistoryFilters } from "~/domain/wallet/schema";
import { EmptyState } from "~/ui/parts/empty-state";
import { Ledger } from "~/ui/wallet/ledger";
import { LedgerFilter, filterAddress } from "~/ui/wallet/ledger-filter";
import { LoadMore } from "~/ui/parts/load-more";
import { ownMeta } from "~/ui/parts/public-meta";
import { WalletSummary } from "~/ui/wallet/wallet-summary";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { requireUser, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { walletText } from "~/ui/parts/wallet-words";

export const meta: MetaFunction = () => ownMeta("Wallet");

/** A filter that makes no sense filters nothing, and says why beside its field. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const typed = Object.fromEntries(new URL(request.url).searchParams);
  const asked = HistoryFilters.safeParse(typed);
  const { rows, next } = await readHistory(user.id, asked.data ?? {});
  const links = await linksTo(
    await viewer(request),
    rows.map(({ subject }) => subject),
  );
  const errors = asked.error?.issues.map(({ path, message }) => ({ name: String(path[0]), words: message })) ?? [];
  const claim = { ...(await claimState(user.id, now)), amount: env().DAILY_GRANT };
  const page = {
    typed,
    errors,
    ...(await walletSummary(user.id)),
    ...(await rareBalances(user.id)),
    claim: datesToMs(claim),
    rows: rows.map(datesToMs),
    links,
    next,
    now: now.getTime(),
  };
  return json(page, { status: asked.success ? 200 : 400 });
}

export default function Wallet() {
  const { typed, errors, balance, held, blue, owed, claim, rows, links, next, now } = useLoaderData<typeof loader>();
  const filtered = Boolean(typed.kind || typed.from || typed.to);
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Wallet</h1>
      <WalletSummary balance={balance} held={held} blue={blue} owed={owed} claim={claim} now={now} />
      <section className="stack" aria-labelledby="movements">
        <div className="row between">
          <h2 id="movements">Transactions</h2>
          <a className="btn quiet" href={`/wallet/statement.csv${filterAddress(typed)}`} download>
            {walletText.downloadCsv}
          </a>
        </div>
        <LedgerFilter typed={typed} errors={errors} />
        {rows.length > 0 ? <Ledger rows={rows} links={links} now={now} /> : <NoTransactions filtered={filtered} />}
        {next ? <LoadMore to={`/wallet${filterAddress({ ...typed, before: String(next) })}`}>Older</LoadMore> : null}
      </section>
    </main>
  );
}

function NoTransactions({ filtered }: { filtered: boolean }) {
  if (!filtered)
    return (
      <EmptyState icon="buzz" heading="h3" title={walletText.noTransactions}>
        Everything you earn and spend appears here.
      </EmptyState>
    );
  return (
    <EmptyState
      icon="search"
      heading="h3"
      title={walletText.noneMatch}
      action={
        <a className="btn" href="/wallet">
          Show all
        </a>
      }
    />
  );
}
