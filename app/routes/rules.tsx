import { json } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { REFITS } from "~/domain/crucible/rating/firmness";
import { K_NEW, K_SEASONED, SEASONED_AT, START } from "~/domain/crucible/elo";
import { PAIRING } from "~/domain/crucible/pairing/constants";
import * as options from "~/domain/crucible/schema";
import { levels } from "~/domain/media/levels";
import { publicMeta } from "~/ui/public-meta";
import { PriceTable, RulesSection } from "~/ui/rules-parts";
import { buzz, count, list, number, percent } from "~/ui/words";
import { env } from "~/web/env.server";

const { durations, entryFees, personLimits, prizeSplits, verifiedJudges, lastPart, startWithinDays, scores } = options;

export function loader() {
  const { SIGN_UP_GRANT, DAILY_GRANT } = env();
  return json({ signUp: SIGN_UP_GRANT, daily: DAILY_GRANT });
}

export const meta: MetaFunction = (args) =>
  publicMeta(args, {
    title: "Rules",
    description: "How a crucible works: entering, judging, rating, prizes, and what happens when one is cancelled.",
  });

/** Every figure here is the one that the code works with. */
export default function Rules() {
  return (
    <main id="main" className="wrap narrow stack rules-page">
      <h1>Rules</h1>
      <p>
        A crucible is a short contest. Someone sets a theme; people enter pictures or videos, and each entry fee goes
        into the prize pool; anyone signed in judges entries two at a time; when time is up, the pool is paid out by
        place.
      </p>
      <Opening />
      <Entering />
      <Judging />
      <Rating />
      <Ending />
      <Buzz />
      <Levels />
    </main>
  );
}

function Opening() {
  const limits = personLimits.map(({ entries, price }) => ({ what: count(entries, "entry", "entries"), price }));
  return (
    <RulesSection title="Opening a crucible">
      <p>What changes a contest most costs something, once, when it is opened. The rest is free.</p>
      <PriceTable caption="How long it runs" rows={durations.map(({ words, price }) => ({ what: words, price }))} />
      <PriceTable caption="Entries per person" rows={limits} />
      <PriceTable
        caption="Entry fee, prizes and judges"
        rows={[
          { what: `Entry fee up to ${buzz(entryFees.freeTo)}`, price: 0 },
          { what: `Entry fee up to ${buzz(entryFees.most)}`, price: entryFees.price },
          { what: `Prizes ${prizeSplits.standard.join(" / ")} percent`, price: 0 },
          { what: `Your own split, up to ${prizeSplits.mostPlaces} places`, price: prizeSplits.customPrice },
          { what: "Anyone signed in judges", price: 0 },
          { what: "Verified judges only: members, or a score you choose", price: verifiedJudges.price },
        ]}
      />
      <p>
        It starts at once or up to {startWithinDays} days ahead. Entries close when {percent(lastPart)} of the run is
        left, so that the last ones are still judged; the creator may leave them open to the end. Once open, only its
        name, description and cover can change.
      </p>
    </RulesSection>
  );
}

function Entering() {
  return (
    <RulesSection title="Entering">
      <ul>
        <li>Only your own media, each once per crucible; the same picture under another name counts as the same.</li>
        <li>
          Kind, size, level and models must meet the crucible’s rules. Where one does not, the page says which and why.
        </li>
        <li>Several at once go in together or not at all. The fee moves into the pool in the same step.</li>
        <li>The creator may enter too.</li>
        <li>You can withdraw an entry, with its fee, until it has its first vote.</li>
        <li>A moderator may disqualify one, with a reason that its owner reads. Its fee stays in the pool.</li>
      </ul>
    </RulesSection>
  );
}

function Judging() {
  return (
    <RulesSection title="Judging">
      <ul>
        <li>Blind: no names, places, ratings, prompts or file names until the end.</li>
        <li>Never your own entry, and never the same pair twice. Sides are drawn by lot.</li>
        <li>
          Vote as often as there are pairs. Skipping now and then is fine; a skipped pair does not come back. A vote
          after one skip weighs a half, after two in a row a third, and so on, so that nobody gets far by hunting for
          one entry.
        </li>
        <li>
          Every entry gets its first {PAIRING.floorLeast} to {PAIRING.floorMost} votes before the close calls near the
          top get more.
        </li>
        <li>One entry is in at most {PAIRING.seenMost} of your pairs while there are others.</li>
        <li>
          About one pair in {Math.round(1 / PAIRING.controlShare)} has an answer that is as good as known. Votes of
          those who miss too many, answer faster than anyone can look, or go against everyone else, weigh less or
          nothing. Votes are never edited: what is taken back is marked in the log.
        </li>
      </ul>
    </RulesSection>
  );
}

function Rating() {
  return (
    <RulesSection title="Rating">
      <p>
        While it runs, entries have an Elo rating: it starts at {number(START)}, and a vote moves both sides by up to{" "}
        {K_NEW} points until an entry has {SEASONED_AT} votes, by up to {K_SEASONED} from then on.
      </p>
      <p>
        At the end all votes are weighed together, whenever they were cast (Bradley–Terry). This settled rating decides.
        Each result says how firm it is: we draw the votes again {REFITS} times and look how often a place holds against
        the next.
      </p>
      <p>Equal ratings: head to head, then fewer losses, then more votes, then the earlier entry.</p>
    </RulesSection>
  );
}

function Ending() {
  return (
    <RulesSection title="The end, and the prizes">
      <ul>
        <li>By our clock alone: from the end on no vote and no entry counts. The result follows within minutes.</li>
        <li>
          Each place gets its percent of the pool, rounded down to whole Buzz. What rounding leaves goes to the house.
        </li>
        <li>Fewer entries than places: the shares of the empty places are spread over the others in proportion.</li>
        <li>
          No entries: nothing is paid. One entry: it wins. Two or more and no vote that counts: no contest, and every
          fee goes back.
        </li>
        <li>
          Cancelled by a moderator, always with a reason: every entry fee and the setup fee go back, exactly as charged.
        </li>
        <li>Anyone can download the whole vote log of a finished crucible and check the result.</li>
      </ul>
    </RulesSection>
  );
}

function Buzz() {
  const { signUp, daily } = useLoaderData<typeof loader>();
  return (
    <RulesSection title="Buzz and score">
      <p>
        Buzz is this site’s credit, in whole numbers. You get {number(signUp)} when you join and can claim{" "}
        {number(daily)} a day. The sum over all accounts is always zero: nothing appears or gets lost unseen.
      </p>
      <p>
        Your score grows by {scores.countedVote} for each vote that counts, {scores.judgedEntry} for each entry of yours
        that was judged, and {scores.placedEntry} more for each of those that won a paid place.
      </p>
    </RulesSection>
  );
}

function Levels() {
  return (
    <RulesSection title="Levels">
      <p>
        Every upload has a level, and you see only the levels that you browse. Without an account those are{" "}
        {list(["PG", "PG-13"])}.
      </p>
      <dl className="rules">
        {levels.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </RulesSection>
  );
}
