import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { reviewsPerPerson, takingPart, winnersRestDays } from "~/domain/challenge/schema";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { PrizeBar } from "../contest/prize-bar";
import { Buzz, Pool, Unit } from "../parts/buzz";
import { Chip } from "../parts/chip";
import { number, ordinal } from "../parts/format";
import { Icon } from "../parts/icon";
import { Medal } from "../parts/medal";
import { Panel } from "../parts/panel";
import { challengeText } from "./challenge-words";
import { Rubric } from "./crits";
import type { ChallengeView } from "./view";

/** What there is to win, place by place. */
export function PrizePanel({ challenge: { prizes, source } }: { challenge: ChallengeView }) {
  const sum = prizes.reduce((all, amount) => all + amount, 0);
  const percents = prizes.map((amount) => Math.max(1, Math.round((amount * 100) / sum)));
  return (
    <Panel title="Prizes" small>
      <Pool amount={sum} />
      <PrizeBar percents={percents} />
      <ol className="places">
        {prizes.map((amount, at) => (
          <li key={at}>
            <Medal place={at + 1} spoken />
            <span>
              <b>{ordinal(at + 1)}</b>
              {source === "system" && takingPart.placePoints[at] ? (
                <span className="meta">and {takingPart.placePoints[at]} points</span>
              ) : null}
            </span>
            <Buzz amount={amount} />
          </li>
        ))}
        {source === "system" ? <TakingPart /> : null}
      </ol>
      <p className="why">
        Paid in already. {source === "system" ? "Blue Buzz buys premiums, and never enters a pool." : ""}
      </p>
    </Panel>
  );
}

function TakingPart() {
  return (
    <li>
      <span className="medal">
        <Icon name="check" />
      </span>
      <span>
        <b>Taking part</b>
        <span className="meta">
          {takingPart.entries} entries on the theme, {takingPart.points} points
        </span>
      </span>
      <span className="buzz blue">
        {takingPart.blue}
        <Unit name="blue" />
      </span>
    </li>
  );
}

type JudgeProps = { challenge: ChallengeView; provider: string | null };

/** The rubric, by whom, and where pictures go. */
export function JudgePanel({ challenge, provider }: JudgeProps) {
  const { criteria, judgedBy, pinnedModel, reviewsTaken, reviewsPaid } = challenge;
  return (
    <Panel title={challengeText.howJudged} stack>
      <Rubric criteria={criteria} />
      {judgedBy === "people" ? (
        <>
          <p className="small">
            People score each entry from 0 to 10, without names: {openedBy(challenge)}. A theme score under 2 is out,
            and under 4 the total is at most 5.00. The totals decide.
          </p>
          <p className="why">No picture leaves this site.</p>
        </>
      ) : (
        <>
          <p className="small">
            A language model scores each entry from 0 to 10. A theme score under 2 is out, and under 4 the total is at
            most 5.00. At the end the best meet two at a time, the last ones both ways around.
          </p>
          <p className="looks">
            <span className="row between">
              <span id="lk">Reviews</span>
              <span>
                {number(reviewsTaken)} of {number(reviewsPaid)} paid for
              </span>
            </span>
            <progress className="bar" max={reviewsPaid} value={reviewsTaken} aria-labelledby="lk">
              {reviewsTaken} of {reviewsPaid}
            </progress>
          </p>
          <p className="why">
            Pictures are sent{pinnedModel ? ` to ${pinnedModel}` : ""}
            {provider ? ` at ${provider}` : " to the judge"}, without names. What the judge is told is published after
            the end.
          </p>
        </>
      )}
    </Panel>
  );
}

function openedBy({ source }: ChallengeView) {
  return source === "user" ? "whoever opened it, or moderators" : "the moderators";
}

/** What may enter, as chips. */
export function ChallengeRulesPanel({ challenge }: { challenge: ChallengeView }) {
  return (
    <Panel title="Rules" stack>
      <ChallengeRuleChips challenge={challenge} />
      <Link className="btn" to={`/challenges/${challenge.id}/rules`} preventScrollReset>
        {challengeText.allRules}
      </Link>
    </Panel>
  );
}

export function ChallengeRuleChips({ challenge }: { challenge: ChallengeView }) {
  const { levels, madeForThis, modelRule, models, entriesPerPerson, entriesCap, source } = challenge;
  return (
    <dl className="rules">
      <Rule name="Content ratings">
        {contentRatingNames(levels).map((name) => (
          <Chip key={name} on>
            {name}
          </Chip>
        ))}
      </Rule>
      <Rule name="Pictures">
        <Chip>images</Chip>
        {madeForThis ? <Chip>made for this</Chip> : null}
      </Rule>
      <Rule name="Model">
        {modelRule === "any" ? <Chip>any</Chip> : models.map((name) => <Chip key={name}>{name}</Chip>)}
        {modelRule === "featured" ? <Chip>or any other</Chip> : null}
      </Rule>
      <Rule name="Entries">
        <Chip>{number(entriesPerPerson)} per person</Chip>
        <Chip>{number(Math.min(reviewsPerPerson, entriesPerPerson))} of them reviewed</Chip>
        <Chip>{number(entriesCap)} in total</Chip>
      </Rule>
      {source === "system" ? (
        <div>
          <dt>Won lately</dt>
          <dd className="small">Winners of the last {winnersRestDays} days are scored, but not placed.</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="chips">{children}</dd>
    </div>
  );
}
