import { durations } from "~/domain/crucible/schema";
import { Unit } from "~/ui/parts/buzz";
import { PreviewCard } from "../card";
import { count, number } from "~/ui/parts/format";
import { textOf, textsOf } from "~/ui/contest/wizard-fields";
import type { Wizard } from "./fields";
import { wizardText } from "./wizard-words";

/** The card as it will stand in the lists, as far as it was filled in. */
export function WizardPreview({ wizard: { typed, cover, creator } }: { wizard: Wizard }) {
  return (
    <section aria-labelledby="pv">
      <h2 id="pv" className="label">
        Preview
      </h2>
      <PreviewCard
        name={textOf(typed, "name").trim()}
        creator={creator}
        cover={cover}
        facts={factsOf(typed)}
        line={opening(typed)}
      />
    </section>
  );
}

function factsOf(typed: Wizard["typed"]) {
  const fee = Number(textOf(typed, "fee") || NaN);
  const run = durations.find(({ hours }) => String(hours) === textOf(typed, "duration"));
  return [
    { label: wizardText.entryFee, value: feeText(fee), gold: fee > 0 },
    { label: "Runs for", value: run?.words ?? "–" },
    { label: "Per person", value: count(Number(textOf(typed, "perPerson")) || 0, "entry", "entries") },
    { label: "Prizes", value: prizesOf(typed) },
  ];
}

function feeText(fee: number) {
  if (!Number.isFinite(fee)) return "–";
  return fee === 0 ? (
    "Free"
  ) : (
    <>
      {number(fee)}
      <Unit />
    </>
  );
}

function prizesOf(typed: Wizard["typed"]) {
  if (textOf(typed, "split") !== "custom") return "50 / 30 / 20";
  const shares = textsOf(typed, "share");
  return shares.length <= 3 ? shares.join(" / ") : count(shares.length, "place");
}

function opening(typed: Wizard["typed"]) {
  const at = textOf(typed, "startsAt");
  if (textOf(typed, "start") !== "at" || !at) return "Opens when you create it";
  return `Opens ${at.replace("T", " ")}, ${textOf(typed, "timeZone").replaceAll("_", " ") || "UTC"}`;
}
