import { descriptionLength, nameLength } from "../schema";

/** What the forms of a crucible say where a field can’t be taken as it is. */
export const formMessages = {
  nameTooShort: `Names must be at least ${nameLength.least} characters long.`,
  nameTooLong: `Names can be at most ${nameLength.most} characters long.`,
  nameInLines: "Names can’t contain line breaks.",
  nameInvisible: "Names need at least one visible character.",
  descriptionTooLong: `Descriptions can be at most ${descriptionLength.toLocaleString("en")} characters long.`,
  noCover: "Choose a cover.",
  noStart: "Choose a start date and time.",
  noRating: "Allow at least one content rating.",
  noMedia: "Allow images, videos, or both.",
  noMinimumScore: "Enter a minimum score of 1 or more. With 0, anyone could judge.",
  noReason: "Enter a reason. It’s shown to everyone involved.",
  nothingSelected: "Select at least one item.",
} as const;
