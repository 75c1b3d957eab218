import { z } from "zod";
import { rowId, someOf } from "~/domain/contest/fields";
import { limits } from "~/domain/media/limits";
import { entriesPerPerson } from "../schema";
import { eligibilityText } from "./eligibility-words";

/** One or more of one's own images, by number. */
export const SubmitForm = z.strictObject({
  mediaId: someOf(
    rowId(eligibilityText.notYours),
    Math.max(entriesPerPerson.max, limits.filesAtOnce),
    eligibilityText.nothingSelected,
  ),
});
