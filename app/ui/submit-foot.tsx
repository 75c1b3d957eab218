import { Link } from "@remix-run/react";
import { Icon } from "./icon";
import { useScripted } from "./scripted";
import { buzz, count, number } from "./words";

type Props = { fee: number; balance: number; chosen: number; back: string };

/** The one button, with what it costs as it stands: counted by the style sheet until a script does. */
export function SubmitFoot({ fee, balance, chosen, back }: Props) {
  const price = fee * chosen;
  return (
    <footer className="sheet-foot">
      <Link className="btn" to={back}>Cancel</Link>
      <button className={fee > 0 ? "price-btn counting" : "btn primary counting"}>
        <span><SubmitWords chosen={chosen} />{fee > 0 ? null : " · Free"}</span>
        {fee > 0 ? <span className="price"><Icon name="buzz" /><Price price={price} /><span className="vh"> Buzz</span></span> : null}
      </button>
      <p className="why">
        {fee > 0 ? `${buzz(fee)} per entry. ` : ""}All go in together, or none.{fee > 0 ? ` You have ${buzz(balance)}.` : ""}
        {price > balance ? <> <b className="bad">{`That is ${number(price - balance)} too few.`}</b> <Link to="/wallet">See your wallet</Link></> : null}
      </p>
    </footer>
  );
}

function SubmitWords({ chosen }: { chosen: number }) {
  if (useScripted()) return <>Submit {count(chosen, "entry", "entries")}</>;
  return <><span className="label-count" aria-hidden="true" /><span className="vh">Submit what is ticked</span></>;
}

function Price({ price }: { price: number }) {
  return useScripted() ? <>{number(price)}</> : <span className="cost-count" aria-hidden="true" />;
}
