import { z } from "zod";
import { rowId, someOf } from "~/domain/contest/fields";

const mostAtOnce = 100;

export const SubmitForm = z.strictObject({
  mediaId: someOf(
    rowId("Choose from the list."),
    mostAtOnce,
    "Choose at least one.",
    `Choose at most ${mostAtOnce} at once.`,
  ),
});
