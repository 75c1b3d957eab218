import { z } from "zod";
import { transferKinds } from "~/db/schema/values";

/** What a person's history can be filtered by: the kinds that the site has uses for today. */
export const filterKinds = ["grant", "daily", "setup-fee", "entry-fee", "prize", "refund", "adjustment"] as const;

/** Rows of history on one page. */
export const HISTORY_PAGE = 30;

/** The most that one grant can give, in Buzz. */
export const GRANT_MAX = 1_000_000;

const emptyIsNone = (value: unknown) => (value === "" ? undefined : value);
const day = z.preprocess(emptyIsNone, z.iso.date("Give a date as year-month-day.").optional());

/**
 * The filters of the wallet page, as its address carries them: days are UTC, both ends included. What else an address
 * carries is ignored.
 */
export const HistoryFilters = z
  .object({
    kind: z.preprocess(emptyIsNone, z.enum(transferKinds, "There is no such kind of movement.").optional()),
    from: day,
    to: day,
    /** The number of the last row of the page before. */
    before: z.preprocess(emptyIsNone, z.coerce.number("Not a place in the list.").int().positive().optional()),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "The last day is before the first." });

export type HistoryFilter = z.output<typeof HistoryFilters>;

export const GrantForm = z.strictObject({
  amount: z
    .string("Give a whole number of Buzz.")
    .trim()
    .regex(/^-?\d{1,12}$/, "Buzz comes in whole numbers.")
    .transform(Number)
    .refine((amount) => amount >= 1, "Grant at least 1 Buzz.")
    .refine((amount) => amount <= GRANT_MAX, `One grant gives at most ${GRANT_MAX.toLocaleString("en")} Buzz.`),
  reason: z
    .string("Say why.")
    .trim()
    .min(3, "Say why, in at least 3 characters.")
    .max(200, "A reason has at most 200 characters."),
  /** Drawn with the form, so that a form sent twice counts once. */
  requestKey: z.string().regex(/^[\w-]{8,64}$/, "This form is broken; open it again."),
});

export const grantRefusals = {
  "not-yourself": "You cannot grant Buzz to yourself.",
  "no-wallet": "This person has left.",
  "already-granted": "This form has granted something else before. Open it again to grant once more.",
} as const;
