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
  "in-debt": "You have a Buzz debt. Once it’s paid off you can spend Buzz again; nothing was charged.",
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
