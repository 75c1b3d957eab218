import { expect, test } from "vitest";
import { enterAction, judgeAction } from "./actions";
import type { Person } from "./actions";
import { crucibleState } from "./state";
import type { CrucibleTimes } from "./state";
import { barrierMessages } from "./judge/words";

const HOUR = 3_600_000;
const startsAt = Date.UTC(2026, 10, 21, 13);
const times = { startsAt, entriesCloseAt: startsAt + 7.2 * HOUR, endsAt: startsAt + 8 * HOUR };
const terms = {
  ...times,
  entryFee: 100,
  entriesPerPerson: 2,
  entriesCap: null as number | null,
  entryCount: 5,
  judgeMinScore: 40,
};
const ana = {
  used: 0,
  balance: 500,
  inDebt: false,
  score: 7,
  reminded: false,
  waiting: 12,
  unfit: null as NonNullable<Person>["unfit"],
};

type Change = {
  status?: CrucibleTimes["status"];
  hours?: number;
  crucible?: Partial<typeof terms>;
  person?: Partial<typeof ana> | null;
};

/** What each act says `hours` after the start, to ana unless it is somebody else. */
function said({ status = "active", hours = 1, crucible = {}, person = {} }: Change) {
  const [now, all] = [startsAt + hours * HOUR, { ...terms, ...crucible }];
  const args = [all, crucibleState({ ...times, status }, now), person && { ...ana, ...person }, now] as const;
  return { judge: judgeAction(...args), enter: enterAction(...args) };
}

test.each<[string, Change, string]>([
  ["before it opens", { status: "pending", hours: -3 }, "Judging opens in 3 h, 21 Nov 2026, 13:00 UTC."],
  ["when the job that opens it is late", { status: "pending", hours: 0.01 }, "Judging opens within a minute."],
  ["with one entry", { crucible: { entryCount: 1 } }, "Judging starts with the second entry. There is one so far."],
  ["with no entry", { crucible: { entryCount: 0 } }, "Judging starts with the second entry. There are none so far."],
  [
    "with one entry and no more to come",
    { hours: 7.5, crucible: { entryCount: 1 } },
    "There aren’t enough entries to judge, and entries are closed.",
  ],
  [
    "for those who do not meet its rule",
    { person: { unfit: "not-verified" } },
    "You need a score of 40 or a supporter membership to judge here. Your score is 7.",
  ],
  ["with an account that the site finds too new", { person: { unfit: "too-new" } }, barrierMessages["too-new"]],
  [
    "when all is judged and more may come",
    { person: { waiting: 0 } },
    "You’ve judged every pair. New entries add more.",
  ],
  ["when all is judged and nothing comes", { hours: 7.5, person: { waiting: 0 } }, "You’ve judged every pair."],
  ["from its end on, though the job is late", { hours: 8 }, "Judging has ended. The votes are being counted."],
  ["while votes are counted", { status: "finalizing", hours: 9 }, "Judging has ended. The votes are being counted."],
  ["after it", { status: "completed", hours: 10 }, "Judging ended 2 h ago."],
  ["when it was canceled", { status: "cancelled" }, "This crucible was canceled. All fees were refunded."],
])("one cannot judge %s, and reads why", (_, change, words) => {
  expect(said(change).judge).toEqual({ can: false, words });
});

test.each<[string, Change, string]>([
  ["guests", { person: null }, "Free. All you need is an account."],
  ["somebody with many pairs", {}, "12 pairs to judge"],
  ["somebody with one pair, after entries have closed", { hours: 7.5, person: { waiting: 1 } }, "1 pair to judge"],
])("%s may judge", (_, change, words) => {
  expect(said(change).judge).toEqual({ can: true, words });
});

test.each<[string, Change, string]>([
  ["before it opens", { status: "pending", hours: -3 }, "Entries open in 3 h, 21 Nov 2026, 13:00 UTC."],
  ["when the job that opens it is late", { status: "pending", hours: 0.01 }, "Entries open within a minute."],
  ["from their end on", { hours: 7.2 }, "Entries closed just now. Judging continues until 21:00 UTC."],
  ["after the end", { status: "completed", hours: 10 }, "Entries closed 2 h ago."],
  ["with all of one's own in", { person: { used: 2 } }, "You’ve used 2 of 2."],
  ["when it is full", { crucible: { entriesCap: 5 } }, "All 5 spots are taken."],
  ["without the fee", { person: { balance: 99 } }, "An entry costs 100 Buzz. You have 99 Buzz."],
])("one cannot enter %s, and reads why", (_, change, words) => {
  expect(said(change).enter).toEqual({ can: false, words });
});

test("one may enter until the millisecond before entries close, with the last place and the last Buzz", () => {
  const last = { hours: 7.2 - 1 / HOUR, crucible: { entriesCap: 6 }, person: { used: 1, balance: 100 } };
  expect(said(last).enter).toEqual({ can: true, words: "Entries close at 20:12 UTC, in 1 s." });
  expect(said({ person: null }).enter).toMatchObject({ can: true });
});
