import { json } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { REFITS } from "~/domain/crucible/rating/confidence";
import { K_NEW, K_SEASONED, SEASONED_AT, START } from "~/domain/crucible/elo";
import { PAIRING } from "~/domain/crucible/pairing/constants";
import * as options from "~/domain/crucible/schema";
import { contentRatings } from "~/domain/media/content-ratings";
import { publicMeta } from "~/ui/parts/public-meta";
import { PriceTable, RulesSection } from "~/ui/crucible/rules-parts";
import { buzz, count, list, number, percent } from "~/ui/parts/format";
import { env } from "~/web/server/env.server";

const { durations, entryFees, personLimits, prizeSplits, verifiedJudges, endingShare, startWithinDays, scores } =
  options;

export function loader() {
  const { SIGN_UP_GRANT, DAILY_GRANT } = env();
  return json({ signUp: SIGN_UP_GRANT, daily: DAILY_GRANT });
}

export const meta: MetaFunction = (args) =>
  publicMeta(args, {
    title: "Rules",
    description: "How crucibles work: entering, judging, ratings, prizes and cancellations.",
  });

/** Every figure here is the one that the code works with. */
export default function Rules() {
  return (
    <main id="main" className="wrap narrow stack rules-page">
      <h1>Rules</h1>
      <p>
        A crucible is a short contest. Someone sets a theme. People enter images or videos, and each entry fee goes into
        the prize pool. Anyone signed in can judge entries, two at a time. When time is up, the pool is paid out by
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
    <RulesSection title="Creating a crucible">
      <p>A few options cost Buzz when you create a contest. The rest is free.</p>
      <PriceTable caption="Duration" rows={durations.map(({ words, price }) => ({ what: words, price }))} />
      <PriceTable caption="Entries per person" rows={limits} />
      <PriceTable
        caption="Entry fee, prizes and judges"
        rows={[
          { what: `Entry fee up to ${buzz(entryFees.freeTo)}`, price: 0 },
          { what: `Entry fee up to ${buzz(entryFees.max)}`, price: entryFees.price },
          { what: `Prizes ${prizeSplits.standard.join(" / ")} percent`, price: 0 },
          { what: `Your own split, up to ${prizeSplits.maxPlaces} places`, price: prizeSplits.customPrice },
          { what: "Anyone signed in can judge", price: 0 },
          { what: "Verified judges only: supporters, or a score you choose", price: verifiedJudges.price },
        ]}
      />
      <p>
        A crucible can start right away or up to {startWithinDays} days ahead. Entries close when {percent(endingShare)}{" "}
        of the time is left, so that late entries still get votes. The creator can choose to keep entries open until the
        end. After that, only the name, description and cover can be changed.
      </p>
    </RulesSection>
  );
}

function Entering() {
  return (
    <RulesSection title="Entering">
      <ul>
        <li>
          You can enter only your own media, and each item once per crucible. An identical image in another file counts
          as the same.
        </li>
        <li>
          The type, size, content rating and models must meet the crucible’s rules. If something doesn’t, we’ll tell you
          what and why.
        </li>
        <li>
          If you submit several entries at once, either all of them are entered or none. Their fees go into the pool at
          the same time.
        </li>
        <li>The creator can enter too.</li>
        <li>You can withdraw an entry and get its fee back until it gets its first vote.</li>
        <li>A moderator can disqualify an entry and must give its owner a reason. The fee stays in the pool.</li>
      </ul>
    </RulesSection>
  );
}

function Judging() {
  return (
    <RulesSection title="Judging">
      <ul>
        <li>Judging is blind: no names, places, ratings, prompts or file names until the end.</li>
        <li>You never judge your own entry or the same pair twice. Sides are random.</li>
        <li>
          You can vote on as many pairs as there are. Skipping now and then is fine, but a skipped pair doesn’t come
          back. A vote after one skip counts half, after two in a row a third, and so on, so skipping to find a
          particular entry doesn’t pay.
        </li>
        <li>
          Every entry gets its first {PAIRING.floorLeast} to {PAIRING.floorMost} votes before close calls near the top
          get more.
        </li>
        <li>As long as there are others, an entry appears in at most {PAIRING.seenMost} of your pairs.</li>
        <li>
          About one pair in {Math.round(1 / PAIRING.controlShare)} is a control pair with a clear winner. Your votes
          count less or not at all if you get too many of these wrong, vote faster than anyone can look, or vote against
          everyone else. Votes are never edited. Undone votes are marked in the log.
        </li>
      </ul>
    </RulesSection>
  );
}

function Rating() {
  return (
    <RulesSection title="Rating">
      <p>
        While a crucible is running, each entry has an Elo rating. It starts at {number(START)}. A vote moves both sides
        by up to {K_NEW} points until an entry has {SEASONED_AT} votes, and by up to {K_SEASONED} after that.
      </p>
      <p>
        At the end, all votes are weighed together, no matter when they were cast (Bradley–Terry). This settled rating
        decides. Each result shows how certain it is: we resample the votes {REFITS} times and count how often an entry
        stays ahead of the next.
      </p>
      <p>Ties are broken head to head, then by fewer losses, then by more votes, then by the earlier entry.</p>
    </RulesSection>
  );
}

function Ending() {
  return (
    <RulesSection title="Results and prizes">
      <ul>
        <li>Our server’s clock decides. Votes and entries after the end don’t count. Results follow within minutes.</li>
        <li>Each place gets its percentage of the pool, rounded down to whole Buzz. The site keeps the remainder.</li>
        <li>
          If there are fewer entries than places, the unfilled places’ shares are split proportionally among the rest.
        </li>
        <li>
          With no entries, nothing is paid out. A single entry wins. With two or more entries but no counted votes, it’s
          no contest and all entry fees are refunded.
        </li>
        <li>
          If a moderator cancels a crucible, which always takes a reason, all entry fees and the setup fee are refunded
          in full.
        </li>
        <li>Anyone can download the full vote log of a completed crucible and verify the results.</li>
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
        {number(daily)} a day. All accounts together always add up to zero, so no Buzz can appear or disappear
        unnoticed.
      </p>
      <p>
        Your score goes up by {scores.countedVote} for each counted vote, {scores.judgedEntry} for each of your entries
        that was judged, and {scores.placedEntry} more for each one in a paid place.
      </p>
    </RulesSection>
  );
}

function Levels() {
  return (
    <RulesSection title="Content ratings">
      <p>
        Every upload has a content rating, and you only see the ratings you’ve selected in Settings. Without an account,
        those are {list(["PG", "PG-13"])}.
      </p>
      <dl className="rules">
        {contentRatings.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </RulesSection>
  );
}
