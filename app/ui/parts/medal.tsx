import { classes } from "./classes";
import { number } from "./format";

/** A place: gold, silver, bronze, then the bare number. */
export function Medal({ place, spoken = false }: { place: number; spoken?: boolean }) {
  return (
    <span className={classes("medal", place <= 3 && `p${place}`)}>
      {spoken ? <span className="vh">Place </span> : null}
      {number(place)}
    </span>
  );
}
