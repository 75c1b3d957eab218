import { Link } from "@remix-run/react";
import { pathOf } from "~/domain/challenge/slug";
import { Buzz } from "../parts/buzz";
import { number } from "../parts/format";
import { Thumb } from "../parts/picture";
import { Pill } from "../parts/pill";
import { ChallengeClock } from "./card";
import { challengeState } from "./state";
import { openerOf } from "./view";
import type { CardView } from "./view";

/** Challenges, a row each. */
export function ChallengeTable({ items, caption, now }: { items: CardView[]; caption: string; now: number }) {
  return (
    <table className="table">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Challenge</th>
          <th scope="col">State</th>
          <th scope="col" className="wide-only">
            Opened by
          </th>
          <th scope="col" className="n">
            Prizes
          </th>
          <th scope="col" className="n wide-only">
            Entries
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((challenge) => {
          const state = challengeState(challenge, now);
          return (
            <tr key={challenge.id}>
              <th scope="row">
                <Link className="who" to={pathOf(challenge)}>
                  {challenge.cover ? <Thumb media={challenge.cover} alt="" /> : null}
                  <span>{challenge.title}</span>
                </Link>
              </th>
              <td>
                <Pill tone={state.tone}>{state.pill}</Pill>{" "}
                <span className="meta">
                  <ChallengeClock state={state} now={now} />
                </span>
              </td>
              <td className="wide-only">{openerOf(challenge)}</td>
              <td className="n">
                <Buzz amount={challenge.prizes} />
              </td>
              <td className="n wide-only">{number(challenge.entryCount)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
