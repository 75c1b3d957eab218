import { z } from "zod";
import { rowId, someOf } from "~/domain/contest/fields";

const mostAtOnce = 100;

export const SubmitForm = z.strictObject({
  mediaId: someOf(rowId("Choose from the list."), "Choose at least one.").refine((ids) => ids.length <= mostAtOnce, {
    error: `Choose at most ${mostAtOnce} at once.`,
  }),
});
