import { Icon } from "./icon";
import { number } from "./words";

/** An amount of Buzz in its colour, with the bolt before it and the unit behind it where asked. */
export function Buzz({ amount, icon = false, unit = false }: { amount: number; icon?: boolean; unit?: boolean }) {
  return (
    <span className="buzz">
      {icon ? <Icon name="buzz" /> : null}
      {number(amount)}
      {unit ? <Unit /> : null}
    </span>
  );
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
