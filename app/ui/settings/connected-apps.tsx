import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { EmptyState } from "../parts/empty-state";
import { tokenText } from "../parts/token-words";
import { When } from "../parts/when";

type Common = { id: number; scopes: string[]; createdAt: number; lastUsedAt: number | null };
type Token = Common & { name: string; lastSix: string; expiresAt: number };
type App = Common & { name: string };

type Props = { tokens: Token[]; apps: App[]; now: number };

/** Everything that can act for the person, each with a way to end it. */
export function ConnectedApps({ tokens, apps, now }: Props) {
  return (
    <section className="stack" aria-labelledby="connected">
      <h2 id="connected">{tokenText.connected}</h2>
      {tokens.length + apps.length === 0 ? (
        <EmptyState icon="lock" heading="h3" title={tokenText.none}>
          {tokenText.noneHint}
        </EmptyState>
      ) : (
        <ul className="lines">
          {apps.map((app) => (
            <Row
              key={`app-${app.id}`}
              one={app}
              now={now}
              to={`/settings/apps/${app.id}/end`}
              end={tokenText.disconnect}
            >
              connected <When at={app.createdAt} now={now} />, expires after 7 days without use
            </Row>
          ))}
          {tokens.map((token) => (
            <Row
              key={`token-${token.id}`}
              one={token}
              now={now}
              to={`/settings/tokens/${token.id}/deletion`}
              end={tokenText.deleteToken}
            >
              <code>cru_p_…{token.lastSix}</code>, expires <When at={token.expiresAt} now={now} />
            </Row>
          ))}
        </ul>
      )}
    </section>
  );
}

type RowProps = { one: Common & { name: string }; now: number; to: string; end: string; children: ReactNode };

function Row({ one, now, to, end, children }: RowProps) {
  return (
    <li className="row between">
      <div>
        <h3>{one.name}</h3>
        <p className="meta">
          {one.scopes.join(", ")} ·{" "}
          {one.lastUsedAt === null ? (
            tokenText.neverUsed
          ) : (
            <>
              last used <When at={one.lastUsedAt} now={now} />
            </>
          )}
        </p>
        <p className="meta">{children}</p>
      </div>
      <Form method="post" action={to}>
        <button className="btn danger">
          {end}
          <span className="vh"> {one.name}</span>
        </button>
      </Form>
    </li>
  );
}
