import { Link, useOutletContext } from "@remix-run/react";
import { crucibleState } from "~/ui/crucible/state";
import { RuleChips } from "~/ui/crucible/side";
import type { CrucibleContext, CrucibleView } from "~/ui/crucible/view";
import { PrizeBar } from "~/ui/contest/prize-bar";
import { When } from "~/ui/parts/when";
import { buzz, count, list, number } from "~/ui/parts/format";
import { crucibleText } from "~/ui/crucible/crucible-words";

export default function CrucibleRules() {
  const { crucible, now } = useOutletContext<CrucibleContext>();
  const { prizes } = crucible;
  return (
    <section className="stack" aria-labelledby="rules-here">
      <h2 id="rules-here">{crucibleText.rulesOfThis}</h2>
      <RuleChips crucible={crucible} />
      <dl className="rules">
        <Times crucible={crucible} now={now} />
        <Rule name="Entry fee">{fee(crucible)}</Rule>
        <Rule name="Prizes">
          {list(prizes.map((percent) => `${percent}%`))} of the pool, each rounded down to whole Buzz. The site keeps
          the remainder.
        </Rule>
        <Rule name="Made with">{models(crucible)}</Rule>
        <Rule name="Withdrawing">You can withdraw an entry and get its fee back until it gets its first vote.</Rule>
      </dl>
      <PrizeBar percents={prizes} />
      <p>
        These rules were set when the crucible was created and can’t be changed.{" "}
        <Link to="/rules">How every crucible works</Link>, from pairs to payout.
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
      <Rule name={never(startsAt) ? "Was due to open" : phase === "upcoming" ? "Opens" : "Opened"}>
        {when(startsAt)}
      </Rule>
      <Rule name={never(entriesCloseAt) ? "Entries were due to close" : "Entries until"}>{when(entriesCloseAt)}</Rule>
      <Rule name={phase === "cancelled" ? "Was due to end" : endsAt <= now ? "Ended" : "Ends"}>{when(endsAt)}</Rule>
    </>
  );
}

function fee({ entryFee, entriesPerPerson }: CrucibleView) {
  const limit = `up to ${count(entriesPerPerson, "entry", "entries")} per person`;
  return entryFee > 0 ? `${buzz(entryFee)} per entry, ${limit}. All fees go into the pool.` : `None; ${limit}.`;
}

function models({ resourceRule, models, mediaKinds }: CrucibleView) {
  if (resourceRule === "any") return "Anything.";
  const listed =
    models.length > 12 ? `The ${number(models.length)} models listed in the Rules panel` : list(models, "or");
  if (resourceRule === "unchecked") return `${listed}. This is a request and isn’t checked.`;
  return `${listed}. Checked against each image’s metadata${mediaKinds & 2 ? ". Videos aren’t checked" : ""}.`;
}

function Rule({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
