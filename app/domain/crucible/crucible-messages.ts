export const openingRefusals = {
  "no-such-cover": "This cover isn’t in your library. Choose another.",
  "cover-not-an-image": "The cover must be an image, not a video.",
  "cover-level": "The cover must be rated PG or PG-13.",
  "start-in-the-past": "This start time has passed. Choose a later time, or start now.",
  "start-too-far": "A crucible can start at most 30 days from now.",
  "unknown-models": "One of the selected models is no longer in the catalog. Choose again.",
  over: "This crucible is over, so it can’t be changed.",
} as const;

/** For the one who opens a crucible out of their draft. */
export const openDraftRefusals = {
  ...openingRefusals,
  "no-draft": "This draft no longer exists. You may have created the crucible in another window.",
  changed: "The draft was changed in another window. Review it again. Nothing was charged.",
  "in-debt": "You have a Buzz debt. Once it’s paid off you can spend Buzz again; nothing was charged.",
  incomplete: "Some fields are missing or invalid. Nothing was charged.",
} as const;

/** For the one who opens a crucible and is short of Buzz. */
export function tooLittleBuzz({ balance, setupFee }: { balance: number; setupFee: number }) {
  const short = (setupFee - balance).toLocaleString("en");
  return `This costs ${setupFee.toLocaleString("en")} Buzz and you’re ${short} short. Remove a paid option, or claim your daily Buzz.`;
}

export const reminderRefusals = {
  "not-pending": "It has already opened.",
} as const;
