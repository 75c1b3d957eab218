import type { Phase } from "./timing";

/** What a state is called, on pills and in lists. */
export const phaseNames: Record<Phase, string> = {
  pending: "Upcoming",
  starting: "Starting",
  active: "Active",
  "ending-soon": "Ending soon",
  finalizing: "Counting votes",
  completed: "Completed",
  cancelled: "Cancelled",
};

/** What became of a completed crucible. */
export const outcomeWords = {
  paid: "The pool was paid out by place.",
  empty: "Nobody was in it at the end, so nothing was paid.",
  "no-contest": "Nobody judged it: no contest. Every entry fee went back.",
} as const;

/** How an entry came before one with the same settled rating. */
export const tieWords = {
  "head-to-head": "Same rating; decided by their duels with each other",
  "fewer-losses": "Same rating; decided by fewer losses",
  "more-votes": "Same rating; decided by more votes",
  "earlier-entry": "Same rating; the earlier entry goes first",
} as const;

export const openingRefusals = {
  "no-such-cover": "This cover is not in your library. Choose another.",
  "cover-not-an-image": "A cover is an image; this is a video.",
  "cover-level": "A cover is rated PG or PG-13; this one is not.",
  "start-in-the-past": "This start time has passed. Choose a later one, or start now.",
  "start-too-far": "A crucible starts at most 30 days ahead.",
  "unknown-models": "One of the models on the list is not in the catalogue any more. Choose again.",
  over: "It is over; nothing about it changes any more.",
} as const;

/** For the one who opens a crucible out of their draft. */
export const openDraftRefusals = {
  ...openingRefusals,
  "no-draft": "There is no draft any more; it may have been created from another window.",
  changed: "The draft was changed somewhere else since this page was shown. Look it over again; nothing was charged.",
  incomplete: "Something is still to be filled in or put right; nothing was charged.",
} as const;

/** For the one who opens a crucible and is short of Buzz. */
export function tooLittleBuzz({ balance, setupFee }: { balance: number; setupFee: number }) {
  const short = (setupFee - balance).toLocaleString("en");
  return `This costs ${setupFee.toLocaleString("en")} Buzz and you have ${balance.toLocaleString("en")}: ${short} are missing. Drop a premium, or claim your daily Buzz.`;
}

export const reminderRefusals = {
  "not-pending": "It is not waiting to open any more, so there is nothing left to be told.",
} as const;

export const withdrawalRefusals = {
  "already-judged": "Somebody has judged it already, so it stays in.",
  "not-open": "The crucible is not running, so its entries stay.",
} as const;

export const moderationRefusals = {
  over: "It is over or being settled; this can no longer be done.",
} as const;

/** Why there is nothing to judge now, or an answer did not count. */
export const judgingRefusals = {
  "not-open": "Judging starts when the crucible does.",
  ended: "It has ended. Answers before the end counted; this one came too late.",
  banned: "Your account may not judge at the moment.",
  "not-verified": "Its creator asked for judges with a higher score, or a supporter membership.",
  "too-few-entries": "Judging starts with the second entry that is not your own and within what you browse.",
  "caught-up": "You have judged every pair there is for you. New entries bring new pairs.",
  "pair-gone": "An entry of that pair has left the crucible, so nobody judges it any more. Here is another pair.",
  "not-your-pair": "That pair is not before you any more. Here is the one that is.",
  "nothing-to-undo": "Only your latest vote can be taken back, once, and before the next answer.",
  "too-late": "A vote can be taken back for ten seconds; these are over.",
} as const;

export const voidingRefusals = {
  "not-open": "It is being settled or over; its votes stand.",
  "no-votes": "This person has no vote in it that counts.",
} as const;
