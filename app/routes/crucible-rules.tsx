import { Link, useOutletContext } from "@remix-run/react";
import { crucibleState } from "~/ui/crucible/state";
import { RuleChips } from "~/ui/crucible/side";
import type { CrucibleContext, CrucibleView } from "~/ui/crucible/view";
import { PrizeBar } from "~/ui/prize-bar";
import { When } from "~/ui/when";
import { buzz, count, list, number } from "~/ui/words";

export default function CrucibleRules() {
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { prizes } = crucible;
  return (
    <section className="stack" aria-labelledby="rules-here">
      <h2 id="rules-here">Rules of this crucible</h2>
      <RuleChips crucible={crucible} />
      <dl className="rules">
        <Times crucible={crucible} now={now} />
        <Rule name="Entry fee">{fee(crucible)}</Rule>
        <Rule name="Prizes">
          {list(prizes.map((percent) => `${percent} %`))} of the pool, each rounded down to whole Buzz; what is left
          goes to the house.
        </Rule>
        <Rule name="Made with">{models(crucible)}</Rule>
        <Rule name="Withdrawing">An entry can be taken out, with its fee, until it has its first vote.</Rule>
      </dl>
      <PrizeBar percents={prizes} />
      <p>
        These were set when it was created and cannot change. <Link to="/rules">How every crucible works</Link>, from
        pairs to payout.
      </p>
    </section>
  );
}

/** What has passed, what is to come, and what never will. */
function Times({ crucible, now }: CrucibleContext) {
  const { startsAt, entriesCloseAt, endsAt } = crucible;
  const { phase } = crucibleState(crucible, now);
  const never = (at: number) => phase === "cancelled" && at > now;
  const when = (at: number) => <When at={at} now={now} form={never(at) ? "full" : "both"} />;
  return (
    <>
      <Rule name={never(startsAt) ? "Was to open" : phase === "upcoming" ? "Opens" : "Opened"}>{when(startsAt)}</Rule>
      <Rule name={never(entriesCloseAt) ? "Was to take entries until" : "Entries until"}>{when(entriesCloseAt)}</Rule>
      <Rule name={phase === "cancelled" ? "Was to end" : endsAt <= now ? "Ended" : "Ends"}>{when(endsAt)}</Rule>
    </>
  );
}

function fee({ entryFee, entriesPerPerson }: CrucibleView) {
  const limit = `up to ${count(entriesPerPerson, "entry", "entries")} per person`;
  return entryFee > 0 ? `${buzz(entryFee)} for each entry, ${limit}. All of it goes into the pool.` : `None; ${limit}.`;
}

function models({ resourceRule, models, mediaKinds }: CrucibleView) {
  if (resourceRule === "any") return "Anything.";
  const listed = models.length > 12 ? `${number(models.length)} models, listed beside` : list(models, "or");
  if (resourceRule === "unchecked") return `${listed}. This is asked, not checked.`;
  return `${listed}. Checked against what each image’s file says${mediaKinds & 2 ? "; a video’s word is taken" : ""}.`;
}

function Rule({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
