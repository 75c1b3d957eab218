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
      <RulesSection title="What is in it">
        <p>A text file with a row of JSON a line, in this order:</p>
        <ol>
          <li>The crucible: its name, entry fee, prize percents and end.</li>
          <li>Its entries, by number, and whether they could take a place. No names, no pictures.</li>
          <li>
            Its votes as they came: when, by which judge, who won, on which side, after how many seconds and skips; what
            the vote weighed when it was cast, what it weighs in the end, and every reason for less. Votes taken back or
            voided stay, with a row that says so.
          </li>
          <li>Every fee that went into the pool, and every prize that came out.</li>
          <li>The places, with live and settled rating, votes, wins, losses, ties and prizes.</li>
        </ol>
      </RulesSection>
      <RulesSection title="Why it cannot be changed unseen">
        <p>
          Each row carries a hash: a fingerprint (SHA-256) of the row together with the hash of the row before. So a row
          that is changed, moved, left out or put in breaks the chain from there on. The last hash is the seal above. We
          wrote it down when the crucible ended; keep a copy of it, and nobody can show you another log later.
        </p>
      </RulesSection>
      <RulesSection title="Who the judges are">
        <p>
          Judges stand in the log under pseudonyms. One has the same pseudonym throughout a crucible, so that you can
          see what a judge’s votes have in common, and another in the next one. They are made with a secret of each
          crucible that is never given out.
        </p>
      </RulesSection>
      <RulesSection title="What is counted again">
        <ul>
          <li>The chain of hashes, and that every row has the shape it should have.</li>
          <li>That nobody voted after the end, or twice on a pair, and that every entry paid the fee.</li>
          <li>
            What each vote weighed, from the judge’s skips, speed and control pairs, and how far the judge agrees with
            the field.
          </li>
          <li>The live ratings, vote by vote; the settled ratings from all votes at once; places and ties.</li>
          <li>The pool from the fees, each prize from the pool, and that the pool came out even.</li>
        </ul>
        <p>
          What a log cannot show is who was really behind a vote, nor a vote that was never written into it; but whoever
          judged can look for their own, by their times. How we keep judges honest is in{" "}
          <Link to="/rules">the rules</Link>.
        </p>
      </RulesSection>
    </>
  );
}
