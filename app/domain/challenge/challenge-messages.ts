import { openAtOnce, prizes, reviews, startWithinDays } from "./schema";

export const formMessages = {
  theme: "Enter a theme of up to 40 characters.",
  invitation: "Invitations can be at most 140 characters long.",
  noCover: "Choose a cover.",
  noRematch: "The challenge that this is a rematch of is gone.",
  noRating: "Choose at least one content rating.",
  promptTooLong: "Instructions can be at most 2,000 characters long.",
  label: "Enter a name of up to 24 characters for each criterion.",
  question: "Questions can be at most 200 characters long.",
  percent: "Percentages must be whole numbers from 1 to 100.",
  fewCriteria: "Use the theme and one to three more criteria.",
  percentSum: (sum: number) => `The percentages must add up to 100, not ${sum}.`,
  themeShare: "The theme must count for at least 30%.",
  prizeFirst: `First prize must be at least ${prizes.leastFirst} Buzz.`,
  prizeOrder: "A prize can’t be larger than the one above it.",
  prizeSum: `Prizes can add up to at most ${prizes.maxSum.toLocaleString("en")} Buzz.`,
  prizePlaces: `Use 1 to ${prizes.maxPlaces} places.`,
  prizeWhole: "Prizes must be whole numbers of Buzz, at least 1.",
  noVersion: "Choose at least one model, or allow any.",
  share: "A share must be a whole percentage from 1 to 100.",
};

export const openingRefusals = {
  "start-in-the-past": "The start must be in the future.",
  "start-too-far": `The start can be at most ${startWithinDays} days ahead.`,
  "no-such-cover": "The cover is no longer in your library.",
  "cover-not-an-image": "The cover must be an image, not a video.",
  "cover-level": "The cover must be rated PG or PG-13.",
  "unknown-models": "One of the models is no longer in the catalog. Choose again.",
  "too-many-open": `You can have ${openAtOnce.free} challenges open at once (${openAtOnce.supporter} as a supporter).`,
  "in-debt": "You can’t spend Buzz until your debt is paid off.",
  "too-little-buzz": "You don’t have enough Buzz for this.",
  "no-draft": "This draft is gone. Start again.",
  changed: "The draft was changed since you looked it over. Check it again.",
  incomplete: "Complete every step first.",
} as const;

export const editingRefusals = {
  over: "This challenge is over, so it can’t be changed.",
  ...openingRefusals,
} as const;

export const lookRefusals = {
  over: "This challenge has ended, so no reviews can be added.",
  "by-people": "This challenge is judged by people, so there are no reviews to pay for.",
  "too-many": `A challenge can have at most ${reviews.max} reviews.`,
  "in-debt": openingRefusals["in-debt"],
  "too-little-buzz": openingRefusals["too-little-buzz"],
} as const;

export const endingRefusals = {
  over: "This challenge is over already.",
  "not-started": "This challenge hasn’t started yet. Cancel it instead.",
  "has-entries": "There are entries already, so only moderators can cancel this challenge.",
  "not-aside": "This entry isn’t set aside.",
  "own-interest": "You take part in this challenge, so another moderator has to decide.",
} as const;
