import { Link } from "@remix-run/react";
import { endRule } from "~/domain/challenge/schema";
import { fieldOf } from "~/domain/challenge/looks";
import { PriceButton } from "~/ui/contest/price-button";
import { Unit } from "~/ui/parts/buzz";
import { buzz, count, number } from "~/ui/parts/format";
import { Panel } from "~/ui/parts/panel";
import { walletText } from "~/ui/parts/wallet-words";
import { challengeText } from "../challenge-words";
import type { Wizard } from "./fields";

/** What opening it costs, as a list that adds up, and what can come back; the button itself waits on the last step. */
export function ChallengeCosts({ wizard, paying }: { wizard: Wizard; paying: boolean }) {
  const { cost, free } = wizard;
  return (
    <Panel title={free ? "What it costs the site" : "What it costs you"}>
      <dl className="sum">
        <Row what={`Prizes, ${count(wizard.places, "place")}`} amount={cost.prizes} />
        {cost.lookPrice > 0 ? <Looks wizard={wizard} /> : <Row what="Judged by people" amount={0} />}
        <div className="total">
          <dt>To open it</dt>
          <dd className="gold">
            {number(cost.all)}
            <Unit />
          </dd>
        </div>
      </dl>
      <Balance wizard={wizard} />
      {paying ? null : <NotYet cost={cost.all} />}
    </Panel>
  );
}

function Looks({ wizard: { cost, places } }: { wizard: Wizard }) {
  const { looks, lookPrice, looksCost } = cost;
  const { best, finalists } = fieldOf(looks.reviews, places);
  const rounds = Math.min(endRule.rounds, best - 1);
  return (
    <>
      <Row what={`Looks, ${number(looks.all)} × ${lookPrice}`} amount={looksCost} />
      <Part what="reviews" looks={looks.reviews} />
      <Part
        what={`the best ${best}, ${count(rounds, "round")} of ${count(Math.floor(best / 2), "pair")}`}
        looks={looks.rounds}
      />
      <Part what={`the last ${finalists}, all pairs both ways`} looks={looks.final} />
      <Part what="writing the result" looks={looks.writing} />
    </>
  );
}

function Row({ what, amount }: { what: string; amount: number }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd className={amount > 0 ? "gold" : "ok"}>{amount > 0 ? number(amount) : "Free"}</dd>
    </div>
  );
}

function Part({ what, looks }: { what: string; looks: number }) {
  return (
    <div className="sub">
      <dt>{what}</dt>
      <dd>{number(looks)}</dd>
    </div>
  );
}

/** What is left of one’s Buzz, or what is missing and where to get it. */
function Balance({ wizard: { cost, balance, free } }: { wizard: Wizard }) {
  if (free)
    return <p className="why">You open it as a moderator: the site pays, and what is not used goes back to it.</p>;
  const back =
    cost.looksCost > 0
      ? `Looks that aren’t used come back at the end: up to ${number(cost.looksCost)} if nobody enters. `
      : "";
  if (balance >= cost.all)
    return (
      <p className="why">
        {back}
        {`You have ${buzz(balance)} and will keep ${number(balance - cost.all)}. Blue Buzz can’t pay for it.`}
      </p>
    );
  return (
    <p className="why">
      {`${challengeText.short(cost.all - balance)} Blue Buzz can’t pay for it. `}
      <Link to="/wallet">{walletText.goToWallet}</Link>, or lower the prizes.
    </p>
  );
}

function NotYet({ cost }: { cost: number }) {
  return (
    <p className="create-now">
      <PriceButton price={cost} wide disabled aria-describedby="notyet" form="none">
        Open it
      </PriceButton>
      <span className="why" id="notyet">
        You can open it in the last step, Review.
      </span>
    </p>
  );
}
