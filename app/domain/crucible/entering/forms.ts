import { z } from "zod";
import { rowId, someOf } from "~/domain/contest/fields";
import { eligibilityText } from "./eligibility-words";

const mostAtOnce = 100;

export const SubmitForm = z.strictObject({
  mediaId: someOf(
    rowId("Choose from the list."),
    mostAtOnce,
    eligibilityText.nothingSelected,
    `Select at most ${mostAtOnce} items at once.`,
  ),
});
