import { classes } from "./classes";
import { dataStyle } from "./data-style";

/** A person's letter on a color of their own. The name stands beside it in words. */
export function Avatar({ name, size }: { name: string; size?: "mid" | "big" }) {
  return (
    <span className={classes("avatar", size)} style={dataStyle({ "--h": hue(name) })} aria-hidden="true">
      {Array.from(name)[0]}
    </span>
  );
}

/** Where on the color wheel a name lands, 0 to 359; the same name always in the same place. */
export function hue(name: string) {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 360_007;
  return sum % 360;
}
