import { useEffect, useRef, useState } from "react";
import { changePlaces } from "~/domain/contest/prize-shares";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { prizeSplits } from "~/domain/crucible/schema";
import { announceInput } from "~/ui/contest/autosave";
import { RadioCards } from "~/ui/parts/options";
import type { FieldMeta } from "~/ui/parts/field";
import { ExamplePrizes, exampleOf } from "./prize-examples";
import { EditedPlaces } from "./prize-places";
import { PrizeBar } from "~/ui/contest/prize-bar";
import { PrizeTotal } from "./prize-total";
import { textOf, textsOf } from "~/ui/contest/wizard-fields";
import { wizardText } from "./wizard-words";

type Props = { typed: Typed; field: (name: string) => FieldMeta; errors: readonly DraftError[] };

const splits = [
  { value: "standard", label: "50 / 30 / 20", hint: "First, second and third", price: 0 },
  {
    value: "custom",
    label: wizardText.ownSplit,
    hint: `1 to ${prizeSplits.maxPlaces} places, in whole percentages`,
    price: prizeSplits.customPrice,
  },
];

/** How the pool is shared: the buttons work by the server, and at once where scripts run. */
export function PrizeEditor({ typed, field, errors }: Props) {
  const { box, split, setSplit, shares, setShares, press } = useSplit(typed);
  const numbers = shares.map((share) => (/^\s*\d{1,3}\s*$/.test(share) ? Number(share) : 0));
  const shown = split === "custom" ? numbers : [...prizeSplits.standard];
  const example = exampleOf(typed);
  return (
    <>
      <section className="panel stack form prizes" ref={box} onChange={(event) => chosenSplit(event.target, setSplit)}>
        <h3>How the pool is shared</h3>
        <RadioCards
          field={{ ...field("split"), initialValue: textOf(typed, "split") }}
          legend="Split"
          legendHidden
          options={splits}
          columns="two"
        />
        <PrizeBar percents={shown} tall />
        <div className="own-split stack" id="places" tabIndex={-1}>
          <EditedPlaces shares={shares} pool={example.pool} errors={errors} onType={setShares} onPress={press} />
          <PrizeTotal shares={shares} numbers={numbers} onPress={press} />
          <p className="hint meta">No place can get more than the one above it.</p>
        </div>
        <p className="hint meta">
          If there are fewer entries than places, the remaining shares are split among the filled places.
        </p>
      </section>
      <section className="panel stack form">
        <h3>Example prizes</h3>
        <ExamplePrizes percents={shown} {...example} />
      </section>
    </>
  );
}

function chosenSplit(target: EventTarget, setSplit: (split: string) => void) {
  if (target instanceof HTMLInputElement && target.name === "split") setSplit(target.value);
}

/** The shares as they are typed; what a button changed goes to the draft like what was typed. */
function useSplit(typed: Typed) {
  const box = useRef<HTMLElement>(null);
  const [split, setSplit] = useState(textOf(typed, "split"));
  const [shares, setShares] = useState(() => startOf(typed));
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses > 0) announceInput(box.current?.closest("form"));
  }, [presses]);

  function press(intent: string) {
    setShares((before) => changePlaces(before, intent, prizeSplits) ?? before);
    setPresses(presses + 1);
  }
  return { box, split, setSplit, shares, setShares, press };
}

function startOf(typed: Typed) {
  const shares = textsOf(typed, "share");
  return shares.length > 0 ? shares : prizeSplits.standard.map(String);
}
