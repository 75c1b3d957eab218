import { Link } from "@remix-run/react";
import { RulesSection } from "./rules-parts";

/** A hash, in groups that an eye can compare. */
export function Seal({ head }: { head: string }) {
  return <code className="seal">{head.match(/.{1,4}/g)?.join(" ")}</code>;
}

/** What a log is, for those who read one. */
export function LogParts() {
  return (
    <>
      <RulesSection title="What the log contains">
        <p>A text file with one JSON row per line, in this order:</p>
        <ol>
          <li>The crucible: its name, entry fee, prize percentages and end time.</li>
          <li>Its entries, by number, and whether they were eligible for a place. No names, no pictures.</li>
          <li>
            Its votes, in order: when, by which judge, which entry won, on which side, after how many seconds and skips;
            how much the vote counted when it was cast, how much it counts in the end, and every reason for a reduction.
            Undone and voided votes stay in the log, with a row that marks them.
          </li>
          <li>Every fee paid into the pool, and every prize paid out.</li>
          <li>The places, with live and settled rating, votes, wins, losses, ties and prizes.</li>
        </ol>
      </RulesSection>
      <RulesSection title="Why it can’t be changed unnoticed">
        <p>
          Each row carries a hash: a fingerprint (SHA-256) of the row together with the hash of the row before.
          Changing, moving, removing or adding a row breaks the chain from there on. The last hash is the one shown
          above. It was recorded when the crucible ended. Keep a copy, and nobody can show you a different log later.
        </p>
      </RulesSection>
      <RulesSection title="Who the judges are">
        <p>
          Judges appear in the log under pseudonyms. A judge keeps one pseudonym throughout a crucible, so you can
          compare that judge’s votes, and gets a different one in the next. Pseudonyms are derived from a secret per
          crucible that is never published.
        </p>
      </RulesSection>
      <RulesSection title="What gets verified">
        <ul>
          <li>The hash chain, and that every row has the right format.</li>
          <li>That nobody voted after the end or twice on the same pair, and that every entry paid the fee.</li>
          <li>
            How much each vote counts, based on the judge’s skips, speed and control pairs, and how well the judge
            agrees with the others.
          </li>
          <li>The live ratings, vote by vote; the settled ratings, from all votes at once; places and ties.</li>
          <li>The pool from the fees, each prize from the pool, and that nothing is left over in the pool.</li>
        </ul>
        <p>
          A log can’t show who was really behind a vote, or a vote that was never recorded. But judges can look for
          their own votes by time. How we keep judging honest is explained in <Link to="/rules">the rules</Link>.
        </p>
      </RulesSection>
    </>
  );
}
