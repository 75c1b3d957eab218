import { z } from "zod";
import { markdownFault } from "~/domain/list/markdown-cost";
import { checkText, isVisible } from "~/domain/list/visible-text";
import { instantIn, isZone } from "~/domain/list/zoned-time";
import { fieldMessages } from "./field-messages";

// Fields that forms of contests share. Forms send text; what comes out is typed. Messages name the rule and what was typed.

type Typed = { input?: unknown };

/** A whole number in plain digits. */
export function whole(what: string, min: number, max: number) {
  const range = `${what} must be a whole number from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}`;
  const error = ({ input }: Typed) => (hasText(input) ? `${range}, not “${String(input).slice(0, 40)}”.` : `${range}.`);
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,12}$/, { error })
    .transform(Number)
    .refine((n) => n >= min && n <= max, { error });
}

function hasText(input: unknown) {
  return input !== undefined && input !== "";
}

/** One of a few numbers. */
export function oneOf<T extends number>(what: string, values: readonly T[]) {
  const error = `${what}: choose one of ${values.join(", ")}.`;
  return z.enum(values.map(String), { error }).transform((value) => Number(value) as T);
}

/** The id of a row, as a list offers it. */
export function rowId(error: string) {
  return z
    .string({ error })
    .regex(/^\d{1,15}$/, error)
    .transform(Number);
}

/** A field that may come once or often, but no more than `max` times. */
export function many<T extends z.ZodType>(one: T, max: number, error: string, tooMany = error) {
  const list = z.array(one, { error }).max(max, { error: tooMany });
  return z.preprocess((typed) => (typeof typed === "string" ? [typed] : (typed ?? [])), list);
}

/** The same, at least once. */
export function someOf<T extends z.ZodType>(one: T, max: number, error: string, tooMany = error) {
  return many(one, max, error, tooMany).refine((chosen) => chosen.length > 0, { error });
}

/** A one-line name with something in it that can be seen. */
export function nameField({ min, max }: { min: number; max: number }) {
  return z
    .string({ error: "Enter a name." })
    .trim()
    .min(min, fieldMessages.nameTooShort(min))
    .max(max, fieldMessages.nameTooLong(max))
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, fieldMessages.nameInLines)
    .refine(isVisible, fieldMessages.nameInvisible)
    .superRefine(checkText);
}

function checkMarkdown(markdown: string, ctx: z.RefinementCtx) {
  const message = markdownFault(markdown);
  if (message) ctx.addIssue({ code: "custom", message });
}

/** Markdown; may be left out. */
export function descriptionField(max: number) {
  return z
    .string()
    .trim()
    .max(max, fieldMessages.descriptionTooLong(max))
    .superRefine(checkText)
    .superRefine(checkMarkdown)
    .default("");
}

/** When it starts: now, or at a wall-clock time in a time zone. */
export const startFields = {
  start: z.enum(["now", "at"], { error: "Choose when it starts." }),
  startsAt: z.string().default(""),
  timeZone: z.string().refine(isZone, { error: noZone }).default("UTC"),
};

function noZone({ input }: Typed) {
  return `“${String(input).slice(0, 40)}” isn’t a valid time zone.`;
}

type Start = { start: "now" | "at"; startsAt: string; timeZone: string };

/** For `superRefine`: a start that is not now has to be a time that the zone's clocks show. */
export function checkStart({ start, startsAt, timeZone }: Start, ctx: z.RefinementCtx) {
  if (start === "now" || instantIn(timeZone, startsAt)) return;
  const message = startsAt
    ? `“${startsAt.slice(0, 40)}” isn’t a valid date and time in ${timeZone}.`
    : fieldMessages.noStart;
  ctx.addIssue({ code: "custom", path: ["startsAt"], message });
}

/** The start that checked fields stand for; null means now. */
export function startOf({ start, startsAt, timeZone }: Start) {
  return start === "now" ? null : instantIn(timeZone, startsAt);
}
