import { Link } from "@remix-run/react";
import { Icon } from "~/ui/parts/icon";
import { useScripted } from "~/ui/parts/scripted";
import { buzz, count, number } from "~/ui/parts/format";
import { walletText } from "~/ui/parts/wallet-words";
import { submitText } from "./submit-words";

type Props = { fee: number; balance: number; chosen: number; back: string };

/** The one button, with what it costs as it stands: counted by the style sheet until a script does. */
export function SubmitFoot({ fee, balance, chosen, back }: Props) {
  const price = fee * chosen;
  return (
    <footer className="sheet-foot">
      <Link className="btn" to={back}>
        Cancel
      </Link>
      {useScripted() ? <Counted fee={fee} chosen={chosen} /> : <CountedByStyle fee={fee} />}
      <p className="why">
        {fee > 0 ? `${buzz(fee)} per entry. ` : ""}Either all are submitted or none.
        {fee > 0 ? ` ${balanceText(balance, price)}` : ""}
        {price > balance ? (
          <>
            {" "}
            <b className="bad">{submitText.short(price - balance)}</b> <Link to="/wallet">{walletText.goToWallet}</Link>
          </>
        ) : null}
      </p>
    </footer>
  );
}

function balanceText(balance: number, price: number) {
  const left = price > 0 && price <= balance ? `; ${number(balance - price)} left after this` : "";
  return `You have ${buzz(balance)}${left}.`;
}

function Counted({ fee, chosen }: { fee: number; chosen: number }) {
  const words = chosen === 0 ? submitText.submitEntries : `Submit ${count(chosen, "entry", "entries")}`;
  if (fee === 0) return <button className="btn primary">{words} · Free</button>;
  return (
    <button className="price-btn">
      <span>{words}</span>
      <span className="price">
        <Icon name="buzz" />
        {number(fee * chosen)}
        <span className="vh"> Buzz</span>
      </span>
    </button>
  );
}

/** Counters are seen and not heard. */
function CountedByStyle({ fee }: { fee: number }) {
  return (
    <button className={fee > 0 ? "price-btn" : "btn primary"}>
      <span>
        <span className="vh">
          {submitText.submitSelected}
          {fee > 0 ? `, ${buzz(fee)} each` : ""}
        </span>
        <span className="label-count" aria-hidden="true" />
      </span>
      {fee > 0 ? (
        <span className="price" aria-hidden="true">
          <Icon name="buzz" />
          <span className="cost-count" />
        </span>
      ) : (
        " · Free"
      )}
    </button>
  );
}
