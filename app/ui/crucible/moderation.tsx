import { Reasoned } from "../contest/reasoned";
import type { CrucibleState } from "./state";
import type { CrucibleView } from "./view";
import { Disclosure } from "../parts/panel";
import { buzz, count } from "../parts/format";
import { crucibleText } from "./crucible-words";

type Props = { crucible: CrucibleView; state: CrucibleState };

/** What moderators may do to a crucible, each with a reason that is kept. */
export function ModeratorTools({ crucible, state }: Props) {
  const { id, featuredAt } = crucible;
  const over = state.phase === "completed" || state.phase === "cancelled";
  if (over) return null;
  return (
    <Disclosure summary={crucibleText.moderatorTools} className="panel mod">
      <Reasoned
        action={`/crucibles/${id}/cancellation`}
        label={crucibleText.reasonToCancel}
        hint={returned(crucible)}
        button={crucibleText.cancelThis}
        danger
      />
      <Reasoned
        action={`/moderation/featured/${id}`}
        label={featuredAt ? "Reason for no longer featuring it" : crucibleText.reasonToFeature}
        hint={
          featuredAt
            ? "It’s at the top of the Crucibles page."
            : "It goes to the top of the Crucibles page. The reason goes in the audit log."
        }
        button={featuredAt ? "Stop featuring" : "Feature"}
      >
        <input type="hidden" name="to" value={`/crucibles/${id}`} />
        {featuredAt ? null : <input type="hidden" name="featured" value="on" />}
      </Reasoned>
    </Disclosure>
  );
}

function returned({ entryCount, entryFee, pool, setupFee }: CrucibleView) {
  const fees = entryFee > 0 && entryCount > 0 ? count(entryCount, "entry fee") : "";
  const both = [fees, setupFee > 0 ? "the setup fee" : ""].filter(Boolean).join(" and ");
  const told = "Shown to everyone involved.";
  return both ? `${told} This refunds ${both}: ${buzz(pool + setupFee)}.` : told;
}
