import type { ReactNode } from "react";
import { Buzz } from "~/ui/parts/buzz";
import { dataStyle } from "~/ui/parts/data-style";
import { Medal } from "~/ui/parts/medal";
import { Thumb } from "~/ui/parts/picture";
import type { MediaView } from "~/ui/parts/picture";
import { ordinal } from "~/ui/parts/format";

/** How the pool is shared, best place first, in whole percents; `tall` shows the figures, where they are edited. */
export function PrizeBar({ percents, tall = false }: { percents: readonly number[]; tall?: boolean }) {
  return (
    <div className={tall ? "split tall" : "split"} role="img" aria-label={spoken(percents)}>
      {percents.map((percent, at) => (
        <span key={at} style={dataStyle({ "--n": percent })}>
          {tall ? (
            <>
              {percent}
              <i>%</i>
            </>
          ) : null}
        </span>
      ))}
    </div>
  );
}

function spoken(percents: readonly number[]) {
  return percents.map((percent, at) => `${ordinal(at + 1)} place ${percent} percent`).join(", ");
}

export type PrizePlace = {
  place: number;
  percent: number;
  amount: number;
  /** Who holds it now, when anyone does. */
  media: MediaView | null;
  note?: ReactNode;
};

/** What each place gets as it stands, with the entry that holds it. */
export function PrizePlaces({ places }: { places: PrizePlace[] }) {
  return (
    <ol className="places">
      {places.map(({ place, percent, amount, media, note }) => (
        <li key={place}>
          <Medal place={place} spoken />
          <span className="row who3">
            {media ? <Thumb media={media} alt={`Entry in place ${place}`} /> : null}
            <span>
              <b>{percent}%</b>
              {note ? <span className="meta">{note}</span> : null}
            </span>
          </span>
          <Buzz amount={amount} />
        </li>
      ))}
    </ol>
  );
}
