import { Link } from "@remix-run/react";
import { Unit } from "~/ui/parts/buzz";
import { Panel } from "~/ui/parts/panel";
import { PriceButton } from "~/ui/contest/price-button";
import { buzz, number } from "~/ui/parts/format";
import type { Wizard } from "./fields";
import { wizardText } from "./wizard-words";
import { walletText } from "~/ui/parts/wallet-words";

/** What every choice so far costs, and whether there is enough for it; the button itself waits on the last step. */
export function Costs({ wizard, paying }: { wizard: Wizard; paying: boolean }) {
  const { prices, setupFee, balance, blue } = wizard;
  return (
    <Panel title={wizardText.yourCost}>
      <dl className="sum">
        {prices.map(({ label, amount }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={amount > 0 ? "gold" : "ok"}>{amount > 0 ? number(amount) : "Free"}</dd>
          </div>
        ))}
        <div className="total">
          <dt>Setup fee</dt>
          <dd className={setupFee > 0 ? "gold" : "ok"}>
            {setupFee > 0 ? (
              <>
                {number(setupFee)}
                <Unit />
              </>
            ) : (
              "Free"
            )}
          </dd>
        </div>
      </dl>
      <BalanceAfter setupFee={setupFee} balance={balance} blue={blue} />
      {paying ? null : <NotYet wizard={wizard} />}
    </Panel>
  );
}

type After = { setupFee: number; balance: number; blue: boolean };

/** What is left of one's Buzz after paying, or what is missing and where to get it. */
function BalanceAfter({ setupFee, balance, blue }: After) {
  if (setupFee === 0) return <p className="why">{`You have ${buzz(balance)}.`}</p>;
  if (blue) return <p className="why">{wizardText.paidInBlue(balance, setupFee)}</p>;
  if (balance >= setupFee) return <p className="why">{wizardText.balanceAfter(balance, setupFee)}</p>;
  return (
    <p className="why">
      {`You’re ${buzz(setupFee - balance)} short. `}
      <Link to="/wallet">{walletText.goToWallet}</Link>, or choose free options.
    </p>
  );
}

function NotYet({ wizard: { steps, setupFee, blue } }: { wizard: Wizard }) {
  const marked = steps.some(({ started, errors }) => started && errors.length > 0);
  return (
    <p className="create-now">
      <PriceButton price={setupFee} blue={blue} wide disabled aria-describedby="notyet" form="none">
        Create
      </PriceButton>
      <span className="why" id="notyet">
        {marked ? "Complete every step, then create it under Review." : "You can create it in the last step, Review."}
      </span>
    </p>
  );
}
