import { Form } from "@remix-run/react";
import { Pool } from "../parts/buzz";
import { When } from "../parts/when";
import { walletText } from "../parts/wallet-words";
import { buzz, number } from "../parts/format";

type Props = {
  balance: number;
  held: number;
  blue: number;
  owed: number;
  claim: { claimed: boolean; /** From when on there is another, in milliseconds. */ next: number; amount: number };
  now: number;
};

/** What one has, and the day's Buzz to fetch. */
export function WalletSummary({ balance, held, blue, owed, claim, now }: Props) {
  return (
    <section className="panel purse" aria-labelledby="balance">
      <div>
        <h2 id="balance" className="label">
          Your balance
        </h2>
        <Pool amount={balance} />
        <p className="meta">
          {held > 0 ? `${buzz(held)} held in running contests` : "No Buzz held in running contests"}
        </p>
        {blue > 0 ? <p className="meta">{number(blue)} blue Buzz</p> : null}
        {owed > 0 ? <p className="why">You owe {buzz(owed)}. Buzz you receive pays this off first.</p> : null}
      </div>
      {claim.amount > 0 && owed === 0 ? <Claim claim={claim} now={now} /> : null}
    </section>
  );
}

function Claim({ claim: { claimed, next, amount }, now }: Pick<Props, "claim" | "now">) {
  if (claimed)
    return (
      <p className="why">
        You’ve claimed today’s {buzz(amount)}. You can claim again <When at={next} now={now} form="both" />.
      </p>
    );
  return (
    <Form method="post" action="/wallet/claims">
      <button className="btn primary lg">{walletText.claim(amount)}</button>
      <p className="why">Once a day. Resets at 00:00 UTC.</p>
    </Form>
  );
}
