import { z } from "zod";
import { rowId, someOf } from "~/domain/contest/fields";
import { eligibilityWords } from "./eligibility-words";

const mostAtOnce = 100;

export const SubmitForm = z.strictObject({
  mediaId: someOf(
    rowId("Choose from the list."),
    mostAtOnce,
    eligibilityWords.nothingSelected,
    `Select at most ${mostAtOnce} items at once.`,
  ),
});
