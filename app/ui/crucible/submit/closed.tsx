import { Link } from "@remix-run/react";
import { Flash } from "~/ui/parts/flash";
import { walletText } from "~/ui/parts/wallet-words";
import { crucibleText } from "../crucible-words";

export type Refusal = { reason: string; detail: string };

/** Where nothing can be entered now, the reason stands in place of everything else. */
export function Closed({
  refusal,
  crucible: { id, path },
}: {
  refusal: Refusal;
  crucible: { id: number; path: string };
}) {
  return (
    <>
      <Flash tone="info">{refusal.detail}</Flash>
      <p className="row">
        <Link className="btn" to={path}>
          {crucibleText.backToCrucible}
        </Link>
        {refusal.reason === "entries-closed" ? (
          <Link className="btn primary" to={`/crucibles/${id}/judge`}>
            Judge instead
          </Link>
        ) : null}
        {refusal.reason === "too-little-buzz" || refusal.reason === "in-debt" ? (
          <Link className="btn primary" to="/wallet">
            {walletText.goToWallet}
          </Link>
        ) : null}
      </p>
    </>
  );
}
