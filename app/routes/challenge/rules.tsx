import { useOutletContext } from "@remix-run/react";
import { byHandHours, endRule, laterShare, reviewsPerPerson, themeRule } from "~/domain/challenge/schema";
import { ChallengeRuleChips } from "~/ui/challenge/side";
import { score } from "~/ui/challenge/view";
import type { ChallengeContext, ChallengeView } from "~/ui/challenge/view";
import { number, percent } from "~/ui/parts/format";

/** Everything in words, from the same numbers that the site goes by. */
export default function ChallengeRules() {
  const { challenge } = useOutletContext<ChallengeContext>();
  return (
    <section className="stack" aria-labelledby="rules-in-full">
      <h2 id="rules-in-full" className="vh">
        Rules in full
      </h2>
      <div className="panel stack">
        <h3>Entering</h3>
        <ChallengeRuleChips challenge={challenge} />
        <p className="small">
          Entering is free. You can withdraw an entry while the challenge runs. Nobody who entered is named, and no
          scores but your own are shown, until it ends.
        </p>
      </div>
      <div className="panel stack">
        <h3>Reviews</h3>
        <p className="small">{reviewWords(challenge)}</p>
        <p className="small">
          Each criterion gets a whole score from 0 to 10: 5 is ordinary, 7 is good, 9 is rare. The total is their sum by
          percent. A theme score under {themeRule.out} is out, and under {themeRule.capped} the total is at most{" "}
          {score(themeRule.cap)}.
        </p>
        <Criteria challenge={challenge} />
      </div>
      <div className="panel stack">
        <h3>The end</h3>
        <p className="small">{endWords(challenge)}</p>
        <p className="small">
          One person has one place, by their best entry. Prizes are paid as soon as the winners are picked; what isn’t
          used goes back to whoever opened the challenge.
        </p>
      </div>
      <div className="panel stack">
        <h3>What the judge is told</h3>
        {challenge.prompt === null ? (
          <p className="small dim">Published after the end, so that nobody can tune an entry to it.</p>
        ) : (
          <p className="as-typed">{challenge.prompt || "Nothing beside the theme and the criteria."}</p>
        )}
      </div>
    </section>
  );
}

function Criteria({ challenge: { criteria } }: { challenge: ChallengeView }) {
  return (
    <dl className="sum terms">
      {criteria.map(({ label, question, percent }) => (
        <div key={label}>
          <dt>
            {label}, {percent}%
          </dt>
          <dd>{question || "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

function reviewWords({ judgedBy, reviewsPaid }: ChallengeView) {
  const most = `${number(reviewsPaid)} entries are reviewed, at most ${reviewsPerPerson} of one person. Everyone’s first entry is looked at as it comes, and later ones while no more than ${percent(laterShare)} of the reviews are taken. The rest go to those who wait at the end, in rounds of one for each person, by lot.`;
  const hidden = "A review belongs to the image: entering it again brings the old one back.";
  return judgedBy === "people" ? `People score the entries by hand. ${most} ${hidden}` : `${most} ${hidden}`;
}

function endWords({ judgedBy }: ChallengeView) {
  if (judgedBy === "people")
    return `Entries can be scored until ${byHandHours} hours after the end. The totals decide the order; of equals, the one that fits the theme better, then the earlier one.`;
  return `The best ${endRule.best} by total, at most ${endRule.perPerson} of one person, meet two at a time for ${endRule.rounds} rounds. The best of those meet all against all, each pair both ways around: a point for one that is chosen both times, half a point each otherwise. The order: points of the final, rounds won, total, theme, the earlier one.`;
}
