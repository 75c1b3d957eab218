import { z } from "zod";
import { transferKinds } from "~/db/schema/values";

/** Rows of history on one page. */
export const HISTORY_PAGE = 30;

/** The most that one grant can give, in Buzz. */
export const GRANT_MAX = 1_000_000;

export const notWholeBuzz = "Enter a whole number of Buzz.";
export const datesReversed = "The end date is before the start date.";

const emptyIsNone = (value: unknown) => (value === "" ? undefined : value);
const day = z.preprocess(emptyIsNone, z.iso.date("Enter a date as year-month-day.").optional());

/**
 * The filters of the wallet page, as its address carries them: days are UTC, both ends included. What else an address
 * carries is ignored.
 */
export const HistoryFilters = z
  .object({
    kind: z.preprocess(emptyIsNone, z.enum(transferKinds, "Choose a kind from the list.").optional()),
    from: day,
    to: day,
    /** The number of the last row of the page before. */
    before: z.preprocess(emptyIsNone, z.coerce.number("Invalid page.").int().positive().optional()),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    error: datesReversed,
  });

export type HistoryFilter = z.output<typeof HistoryFilters>;

export const GrantForm = z.strictObject({
  amount: z
    .string(notWholeBuzz)
    .trim()
    .regex(/^-?\d{1,12}$/, notWholeBuzz)
    .transform(Number)
    .refine((amount) => amount >= 1, "Grant at least 1 Buzz.")
    .refine((amount) => amount <= GRANT_MAX, `You can grant at most ${GRANT_MAX.toLocaleString("en")} Buzz at a time.`),
  reason: z
    .string("Enter a reason.")
    .trim()
    .min(3, "Reasons must be at least 3 characters long.")
    .max(200, "Reasons can be at most 200 characters long."),
  /** Drawn with the form, so that a form sent twice counts once. */
  requestKey: z.string().regex(/^[\w-]{8,64}$/, "This form has expired. Reload the page and try again."),
});

export const grantRefusals = {
  "not-yourself": "You can’t grant Buzz to yourself.",
  "no-wallet": "This account has been deleted.",
  "already-granted": "This form has already been used for another grant. Reload the page to make a new one.",
} as const;
