import { badgeNames } from "~/domain/challenge/streaks";
import type { Badge } from "~/domain/challenge/streaks";
import { Chip } from "../parts/chip";
import { date, number } from "../parts/format";

type Props = { badges: Badge[]; streak: { now: number; longest: number } };

/** A person’s badges with the day of each, and their row of the site’s challenges. */
export function Honors({ badges, streak }: Props) {
  if (badges.length === 0 && streak.longest === 0) return null;
  return (
    <>
      {streak.longest > 0 ? (
        <p className="meta">
          {number(streak.now)} of the site’s challenges in a row, {number(streak.longest)} at most.
        </p>
      ) : null}
      {badges.length > 0 ? (
        <ul className="chips" aria-label="Badges">
          {badges.map(({ name, at }) => (
            <li key={name}>
              <Chip on>
                {badgeNames[name]} <span className="dim">{date(at)}</span>
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
