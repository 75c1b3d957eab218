import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EDIT_WINDOW_MS } from "~/domain/comment/schema";
import { PRIOR_SD } from "~/domain/crucible/rating/bradley-terry";
import { MIN_WRONG } from "~/domain/crucible/weights/control-pairs";
import { K_NEW, K_SEASONED, SCALE, SEASONED_AT, START } from "~/domain/crucible/elo";
import { CLOSE_FROM, HIGH_CONFIDENCE_FROM, REFITS } from "~/domain/crucible/rating/confidence";
import { MIN_SECONDS } from "~/domain/crucible/weights/too-fast";
import { PAIRING } from "~/domain/crucible/pairing/constants";
import { NEW_JUDGE_BELOW, NEW_JUDGE_WEIGHT } from "~/domain/crucible/rating/reliability";
import * as options from "~/domain/crucible/schema";
import { UNDO_MS } from "~/domain/crucible/judging/undo-window";
import { BLOCKED, contentRatings } from "~/domain/media/content-ratings";
import { limits } from "~/domain/media/limits";
import { GRANT_MAX } from "~/domain/wallet/schema";
import { parseEnv } from "~/web/server/env.server";

const rules = readFileSync("docs/rules.md", "utf8").replace(/\s+/g, " ");
const { durations, personLimits, entryFees, prizeSplits, verifiedJudges, nameLength, scores } = options;
const { SIGN_UP_GRANT, DAILY_GRANT } = parseEnv({});

function number(value: number) {
  return value.toLocaleString("en");
}

function percent(share: number) {
  return `${Math.round(share * 100)}%`;
}

function price(buzz: number) {
  return buzz === 0 ? "free" : number(buzz);
}

function listed(price: number) {
  const counts = personLimits.filter((one) => one.price === price).map(({ entries }) => entries);
  return `${counts.slice(0, -1).join(", ")} or ${counts.at(-1)}`;
}

test.each([
  ...durations.map(({ words, price: buzz }) => `| runs ${words} | ${price(buzz)} |`),
  `| entry fee 0 to ${number(entryFees.freeTo)} | free | | entry fee up to ${number(entryFees.max)} | ${price(entryFees.price)} |`,
  ...[0, 500].map((buzz) => `| ${listed(buzz)} entries per person | ${price(buzz)} |`),
  `| prizes ${prizeSplits.standard.join("/")} | free | | custom split: 1 to ${prizeSplits.maxPlaces} places`,
  `totaling 100 | ${price(prizeSplits.customPrice)} |`,
  `, or supporters | ${price(verifiedJudges.price)} |`,
  `A name has ${nameLength.min} to ${nameLength.max} characters, a description up to ${number(options.descriptionLength)}.`,
  `up to ${options.startWithinDays} days ahead. Entries close when ${percent(options.endingShare)} of the time is left`,
  `A limit on total entries is at least ${options.minCap}.`,
  `the shorter side is up to ${number(options.maxMinSide)} pixels`,
  `A list of allowed models has up to ${options.maxListed} of each kind`,
  `A draft is kept for ${options.draftDays} days`,
])("docs/rules.md says what creating a crucible costs and allows: %s", (words) => {
  expect(rules).toContain(words);
});

test.each([
  `undone for ${UNDO_MS / 1000} seconds`,
  `${percent(PAIRING.floorShare)} of the votes it can expect, at least ${PAIRING.floorLeast} and at most ${PAIRING.floorMost}. After that, all pairs in a field of up to ${PAIRING.smallField} are title matches, falling to ${percent(PAIRING.openShare)} in a large one`,
  `A pair rests after ${PAIRING.pairCap} votes, or ${percent(PAIRING.pairCapShare)} of the votes`,
  `at most ${PAIRING.seenAbove} times more than their average, and at most ${PAIRING.seenMost} times`,
  `is under ${MIN_SECONDS.images} seconds per pair, ${MIN_SECONDS.video} with a video`,
  `control pairs, ${percent(PAIRING.controlShare)} of all: ${MIN_WRONG} or more wrong`,
  `fewer than ${NEW_JUDGE_BELOW} counted votes in the crucible | × ${NEW_JUDGE_WEIGHT} |`,
  `Elo, starting at ${number(START)}; expected score 1/(1 + 10^((Rb − Ra)/${SCALE})); K is ${K_NEW} below ${SEASONED_AT} votes and ${K_SEASONED} from then on`,
  `a normal prior of standard deviation ${PRIOR_SD}`,
  `in ${REFITS} refits`,
  `in ${percent(HIGH_CONFIDENCE_FROM)} or more (firm), ${percent(CLOSE_FROM)} or more (close)`,
])("docs/rules.md says how judging and rating work: %s", (words) => {
  expect(PAIRING.closedShare).toBe(1);
  expect(rules).toContain(words);
});

test.each([
  `${number(SIGN_UP_GRANT)} at sign-up, ${number(DAILY_GRANT)} a day`,
  `at most ${number(GRANT_MAX)} each`,
  `${scores.countedVote} for each counted vote, ${scores.judgedEntry} for each entry that was judged, ${scores.placedEntry} more for each of those on a paid place`,
  `${contentRatings.map(({ name, bit }) => `${name} ${bit}`).join(", ")}, Blocked ${BLOCKED}`,
  `Images up to ${limits.imageBytes / 1e6} MB, videos up to ${limits.videoBytes / 1e6} MB and ${limits.videoSeconds} seconds, ${limits.filesAtOnce} files and ${limits.requestBytes / 1e6} MB at once`,
  `${number(limits.ownedFiles)} files and ${limits.ownedBytes / 1e9} GB per person`,
  `can be edited for ${EDIT_WINDOW_MS / 60_000} minutes`,
])("docs/rules.md covers Buzz, content ratings and media: %s", (words) => {
  expect(rules).toContain(words);
});
