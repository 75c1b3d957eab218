import { fieldMessages } from "~/domain/contest/field-messages";
import { descriptionLength, nameLength } from "../schema";

/** What the forms of a crucible say where a field can’t be taken as it is. */
export const formMessages = {
  ...fieldMessages,
  nameTooShort: fieldMessages.nameTooShort(nameLength.min),
  nameTooLong: fieldMessages.nameTooLong(nameLength.max),
  descriptionTooLong: fieldMessages.descriptionTooLong(descriptionLength),
  noCover: "Choose a cover.",
  noRating: "Allow at least one content rating.",
  noMedia: "Allow images, videos, or both.",
  noMinimumScore: "Enter a minimum score of 1 or more. With 0, anyone could judge.",
} as const;
