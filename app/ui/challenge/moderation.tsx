import { Form } from "@remix-run/react";
import { BLOCKED, contentRatings } from "~/domain/media/content-ratings";
import { Reasoned } from "../contest/reasoned";
import { buzz, number } from "../parts/format";
import { Disclosure } from "../parts/panel";
import { challengeText } from "./challenge-words";
import type { ChallengeState } from "./state";
import type { ChallengeView } from "./view";

export type Returned = { prizes: number; looks: number; used: number; of: number };
type Props = { challenge: ChallengeView; state: ChallengeState; returned: Returned };

/** What moderators may do to a challenge, each with a reason that is kept, and what would go back. */
export function ChallengeModeratorTools({ challenge, state, returned }: Props) {
  const { id, level } = challenge;
  return (
    <Disclosure summary={challengeText.moderatorTools} className="panel mod">
      {state.phase === "open" ? (
        <Reasoned
          action={`/challenges/${id}/end`}
          label="Reason to end it now"
          hint="Shown to everyone involved. Winners are picked from what is in."
          button={challengeText.endNow}
        />
      ) : null}
      <Reasoned
        action={`/challenges/${id}/cancellation`}
        label="Reason to cancel it"
        hint={`Shown to everyone involved. This gives back ${backOf(returned)}.`}
        button={state.phase === "upcoming" ? challengeText.cancel : challengeText.void}
        danger
      />
      <Reasoned
        action={`/challenges/${id}/level`}
        label="Reason for its content rating"
        hint="For the audit log. A blocked challenge is hidden and does not start."
        button={challengeText.rate}
      >
        <p className="field">
          <label htmlFor="challenge-level">Content rating</label>
          <select className="input" id="challenge-level" name="level" defaultValue={level}>
            {contentRatings.map(({ bit, name }) => (
              <option key={bit} value={bit}>
                {name}
              </option>
            ))}
            <option value={BLOCKED}>Blocked</option>
          </select>
        </p>
      </Reasoned>
    </Disclosure>
  );
}

/** What goes back, in words. */
export function backOf({ prizes, looks, used, of }: Returned) {
  if (of === 0 || looks + used === 0) return buzz(prizes);
  return `${buzz(prizes)} in prizes and ${buzz(looks)} for looks: ${number(used)} of ${number(of)} were used`;
}

/** Takes an entry out, with a reason that its owner reads. */
export function RemoveEntry({ id, label }: { id: number; label: string }) {
  return (
    <Disclosure summary={label}>
      <Reasoned
        action={`/challenges/entries/${id}/removal`}
        label="Reason to remove this entry"
        hint="Shown to the entry’s owner."
        button="Remove"
        danger
      />
    </Disclosure>
  );
}

/** Lets an entry back in that was set aside. */
export function ClearEntry({ id }: { id: number }) {
  return (
    <Form className="row" method="post" action={`/challenges/entries/${id}/clearance`}>
      <button className="btn">Let it back in</button>
    </Form>
  );
}
