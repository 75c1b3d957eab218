import { expect, test } from "vitest";
import { afterVote, unrated } from "../elo";
import { replayRatings } from "./replaying";

test("a replay gives what the votes gave one by one, to the last bit", () => {
  const first = afterVote(unrated(), unrated(), 1);
  const second = afterVote(unrated(), first.winner, 0.5);
  const ratings = replayRatings([
    { winner: 1, loser: 2, weight: 1 },
    { winner: 3, loser: 1, weight: 0.5 },
  ]);
  expect(ratings.get(1)).toEqual(second.loser);
  expect(ratings.get(2)).toEqual(first.loser);
  expect(ratings.get(3)).toEqual(second.winner);
  expect(ratings.size).toBe(3);
});
