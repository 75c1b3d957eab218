import { shareRefusal } from "~/domain/contest/prize-shares";
import { prizeSplits } from "~/domain/crucible/schema";
import { classes } from "~/ui/parts/classes";
import { Icon } from "~/ui/parts/icon";
import { AddPlace, pressing } from "./prize-places";

type Props = { shares: string[]; numbers: number[]; onPress: (intent: string) => void };

/** One place more, back to the start, and what all shares come to. */
export function PrizeTotal({ shares, numbers, onPress }: Props) {
  const sum = numbers.reduce((total, share) => total + share, 0);
  const refusal = numbers.some((share) => share === 0)
    ? "Each place must get at least 1%."
    : shareRefusal(numbers, prizeSplits.maxPlaces);
  return (
    <div className="row between">
      <span className="row">
        <AddPlace places={shares.length} onPress={onPress} />
        <button className="btn quiet" {...pressing("reset", onPress)}>
          Reset
        </button>
      </span>
      <p className={classes("total-line", refusal ? "bad" : "ok")}>
        <Icon name={refusal ? "warn" : "check"} />
        <output htmlFor={shares.map((_, at) => `share-${at + 1}`).join(" ")}>
          <b>{sum}%</b> allocated{refusal ? `. ${refusal}` : ""}
        </output>
      </p>
    </div>
  );
}
