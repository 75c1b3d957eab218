import type { MouseEvent } from "react";
import { prizeSplits } from "~/domain/crucible/schema";
import type { DraftError } from "~/domain/contest/drafting";
import { Buzz } from "~/ui/parts/buzz";
import { Icon } from "~/ui/parts/icon";
import { Medal } from "~/ui/parts/medal";
import { number, ordinal } from "~/ui/parts/format";
import { wizardText } from "./wizard-words";

type Props = {
  shares: string[];
  /** The pool that the amounts are taken from. */
  pool: number;
  errors: readonly DraftError[];
  onType: (shares: string[]) => void;
  onPress: (intent: string) => void;
};

/** The share of each place, to type; one more or one less by buttons. */
export function EditedPlaces({ shares, pool, errors, onType, onPress }: Props) {
  return (
    <ol className="edit-places">
      {shares.map((share, at) => {
        const wrong = errors.find((one) => one.field === "share" && one.at === at);
        const type = (text: string) => onType(shares.map((old, i) => (i === at ? text : old)));
        return (
          <li key={at}>
            <Medal place={at + 1} />
            <Share at={at} share={share} wrong={Boolean(wrong)} onType={type} />
            <span className="amount">
              <Amount pool={pool} share={share} />
            </span>
            <Remove at={at} only={shares.length === 1} onPress={onPress} />
            {wrong ? (
              <span className="error" id={`share-${at + 1}-note`}>
                <Icon name="warn" />
                {wrong.words}
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

type ShareProps = { at: number; share: string; wrong: boolean; onType: (text: string) => void };

function Share({ at, share, wrong, onType }: ShareProps) {
  const id = `share-${at + 1}`;
  return (
    <>
      <label htmlFor={id} className="vh">
        {wizardText.percentOf(at + 1)}
      </label>
      <span className="affix">
        <input
          className="input"
          id={id}
          name="share"
          inputMode="numeric"
          autoComplete="off"
          value={share}
          onChange={({ target }) => onType(target.value)}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-note` : undefined}
        />
        <span className="px">%</span>
      </span>
    </>
  );
}

function Amount({ pool, share }: { pool: number; share: string }) {
  const percent = /^\s*\d{1,3}\s*$/.test(share) ? Number(share) : 0;
  if (pool === 0) return null;
  return (
    <>
      <Buzz amount={Math.floor((pool * percent) / 100)} /> <span className="meta no-phone">of {number(pool)}</span>
    </>
  );
}

function Remove({ at, only, onPress }: { at: number; only: boolean; onPress: (intent: string) => void }) {
  const words = wizardText.removePlace(at + 1);
  return (
    <button className="icon-btn" disabled={only} {...pressing(`remove-${at + 1}`, onPress)}>
      <Icon name="x" />
      <span className="vh">{only ? `${words} (there must be at least one place)` : words}</span>
    </button>
  );
}

export function AddPlace({ places, onPress }: { places: number; onPress: (intent: string) => void }) {
  if (places >= prizeSplits.maxPlaces)
    return <p className="meta">You can have up to {prizeSplits.maxPlaces} places.</p>;
  return (
    <button className="btn" {...pressing("add-place", onPress)}>
      <Icon name="plus" />
      {`Add ${ordinal(places + 1)} place`}
    </button>
  );
}

/** A button that posts its intent, unless there is a script to do it here. */
export function pressing(intent: string, onPress: (intent: string) => void) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    onPress(intent);
  };
  return { name: "intent", value: intent, onClick };
}
