import { Fragment } from "react";
import { Icon } from "./icon";
import { number } from "./format";

/** An amount of Buzz in its color, with the bolt before it and the unit behind it where asked. */
export function Buzz({ amount, icon = false, unit = false }: { amount: number; icon?: boolean; unit?: boolean }) {
  return (
    <span className={amount < LONG ? "buzz" : "buzz long"}>
      {icon ? <Icon name="buzz" /> : null}
      {amount < LONG ? number(amount) : <Breakable words={number(amount)} />}
      {unit ? <Unit /> : null}
    </span>
  );
}

/** From here on an amount may need two lines. */
const LONG = 1e9;

function Breakable({ words }: { words: string }) {
  const groups = words.split(",");
  return groups.map((group, at) => (
    <Fragment key={at}>
      {at > 0 ? (
        <>
          ,<wbr />
        </>
      ) : null}
      {group}
    </Fragment>
  ));
}

/** The unit after a figure, smaller and dimmer. */
export function Unit({ name = "Buzz" }: { name?: string }) {
  return (
    <>
      {" "}
      <span className="unit">{name}</span>
    </>
  );
}

/** The large amount at the head of a panel. */
export function Pool({ amount }: { amount: number }) {
  return (
    <p className="pool">
      <Buzz amount={amount} icon unit />
    </p>
  );
}
