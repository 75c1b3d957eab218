import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { escrow, balanceOf } from "~/domain/wallet/accounts.server";
import { useDatabase } from "./database";
import { castVotes, makePerson, openTestCrucible, putEntry } from "./factories";

useDatabase();

test("a world with a crucible, two entries, a fee and a vote holds together", async () => {
  const [one, two, judge] = [await makePerson(), await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(one, { entryFee: 100 });
  const [a, b] = [await putEntry(crucible, one), await putEntry(crucible, two)];
  await castVotes(crucible, judge, [[a, b]]);

  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(200);
  const [row] = await reader().query.crucibles.findMany();
  expect(row).toMatchObject({ entryCount: 2, entrantCount: 2, voteCount: 1 });
  const [loser] = await reader().query.entries.findMany({ where: (t, { eq }) => eq(t.id, b) });
  expect(loser).toMatchObject({ votes: 1, losses: 1, wins: 0 });
});
