import { expect, test } from "vitest";
import { formMessages } from "./form-messages";
import { CrucibleForm, PrizesForm } from "./forms";

const typed = {
  name: "  Wild Portraits ",
  cover: "7",
  duration: "24",
  start: "now",
  close: "tenth",
  fee: "250",
  perPerson: "3",
  level: ["1", "2"],
  media: "image",
  judges: "anyone",
  split: "standard",
};

function complaints(change: Record<string, unknown>) {
  const read = CrucibleForm.safeParse({ ...typed, ...change });
  return read.error?.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) ?? [];
}

test("what was typed becomes terms", () => {
  expect(CrucibleForm.parse(typed)).toEqual({
    name: "Wild Portraits",
    description: "",
    coverMediaId: 7,
    durationHours: 24,
    startsAt: null,
    entriesClose: "tenth",
    entryFee: 250,
    entriesPerPerson: 3,
    entriesCap: null,
    levels: 3,
    mediaKinds: 1,
    minSide: 0,
    baseModelIds: [],
    versionIds: [],
    enforced: false,
    prizes: [50, 30, 20],
    judgeRule: "anyone",
    judgeMinScore: 0,
  });
});

test("a start is a wall-clock time in a named zone", () => {
  const at = { ...typed, start: "at", startsAt: "2026-07-01T18:00", timeZone: "Europe/Paris" };
  expect(CrucibleForm.parse(at).startsAt).toEqual(new Date("2026-07-01T16:00:00Z"));
  expect(complaints({ start: "at" })).toEqual([`startsAt: ${formMessages.noStart}`]);
  expect(complaints({ start: "at", startsAt: "tomorrow" })).toEqual([
    "startsAt: “tomorrow” isn’t a valid date and time in UTC.",
  ]);
  expect(complaints({ timeZone: "Mars/Olympus" })).toEqual(["timeZone: “Mars/Olympus” isn’t a valid time zone."]);
});

test.each([
  [{ name: "ab" }, `name: ${formMessages.nameTooShort}`],
  [{ name: "x".repeat(101) }, `name: ${formMessages.nameTooLong}`],
  [{ name: "\u200b\u200b\u2060" }, `name: ${formMessages.nameInvisible}`],
  [{ name: "Wild\u0000Portraits" }, `name: ${formMessages.nameInLines}`],
  [{ description: "x".repeat(2001) }, `description: ${formMessages.descriptionTooLong}`],
  [{ cover: undefined }, `cover: ${formMessages.noCover}`],
  [{ duration: "9" }, "duration: Duration in hours: choose one of 8, 24, 72, 168."],
  [{ fee: "10001" }, "fee: The entry fee must be a whole number from 0 to 10,000, not “10001”."],
  [{ fee: "-1" }, "fee: The entry fee must be a whole number from 0 to 10,000, not “-1”."],
  [{ fee: "1.5" }, "fee: The entry fee must be a whole number from 0 to 10,000, not “1.5”."],
  [{ fee: "1e3" }, "fee: The entry fee must be a whole number from 0 to 10,000, not “1e3”."],
  [{ fee: undefined }, "fee: The entry fee must be a whole number from 0 to 10,000."],
  [{ duration: "24.0" }, "duration: Duration in hours: choose one of 8, 24, 72, 168."],
  [{ perPerson: "1e1" }, "perPerson: Entries per person: choose one of 1, 2, 3, 5, 10, 25, 100."],
  [{ level: "0x4" }, "level: Content rating: choose one of 1, 2, 4, 8, 16."],
  [{ perPerson: "4" }, "perPerson: Entries per person: choose one of 1, 2, 3, 5, 10, 25, 100."],
  [{ cap: "1" }, "cap: The limit on total entries must be a whole number from 2 to 1,000,000, not “1”."],
  [{ level: [] }, `level: ${formMessages.noRating}`],
  [{ level: undefined }, `level: ${formMessages.noRating}`],
  [{ level: "32" }, "level: Content rating: choose one of 1, 2, 4, 8, 16."],
  [{ fee: "１００" }, "fee: The entry fee must be a whole number from 0 to 10,000, not “１００”."],
  [{ fee: "0x10" }, "fee: The entry fee must be a whole number from 0 to 10,000, not “0x10”."],
  [{ judges: "verified" }, `minScore: ${formMessages.noMinimumScore}`],
  [{ judges: "verified", minScore: "0" }, `minScore: ${formMessages.noMinimumScore}`],
  [{ media: undefined }, `media: ${formMessages.noMedia}`],
])("%o is refused in plain words", (change, complaint) => {
  expect(complaints(change)).toEqual([complaint]);
});

test("a field that does not exist is refused", () => {
  expect(complaints({ setupFee: "0" })).toHaveLength(1);
});

test.each([
  [["100"], null],
  [["40", "25", "15", "10", "10"], null],
  [Array(20).fill("5"), null],
  [Array(21).fill("4"), "Choose from 1 to 20 places."],
  [[], "Choose from 1 to 20 places, not 0."],
  [["50", "30"], "Shares add up to 80%. They must total 100%."],
  [["30", "70"], "Place 2 gets 70%, more than the 30% of the place above it."],
  [["150", "-50"], "A place’s percentage must be a whole number from 1 to 100, not “150”."],
  [["60", "40", "0"], "A place’s percentage must be a whole number from 1 to 100, not “0”."],
])("a split of %j: %s", (share, complaint) => {
  const read = PrizesForm.safeParse({ split: "custom", share });
  expect(read.error?.issues[0]?.message ?? null).toBe(complaint);
});
