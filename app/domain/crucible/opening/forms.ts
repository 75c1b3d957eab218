import { z } from "zod";
import { levels } from "~/domain/media/levels";
import { shareRefusal } from "./draft-places";
import * as options from "../schema";
import type { Terms } from "../schema";
import { instantIn, isZone } from "./zoned-time";
import { formMessages } from "./form-messages";

// Forms send text; what comes out is typed. Messages name the rule and what was typed.

const { nameLength, descriptionLength, durations, personLimits, entryFees, prizeSplits, verifiedJudges } = options;

function whole(what: string, least: number, most: number) {
  const range = `${what} must be a whole number from ${least.toLocaleString("en")} to ${most.toLocaleString("en")}`;
  const error = ({ input }: { input?: unknown }) =>
    hasText(input) ? `${range}, not “${String(input).slice(0, 40)}”.` : `${range}.`;
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,12}$/, { error })
    .transform(Number)
    .refine((n) => n >= least && n <= most, { error });
}

function hasText(input: unknown) {
  return input !== undefined && input !== "";
}

function oneOf<T extends number>(what: string, values: readonly T[]) {
  const error = `${what}: choose one of ${values.join(", ")}.`;
  return z.enum(values.map(String), { error }).transform((value) => Number(value) as T);
}

/** A field that may come once or often. */
function many<T extends z.ZodType>(one: T, error: string) {
  return z.preprocess((typed) => (typeof typed === "string" ? [typed] : (typed ?? [])), z.array(one, { error }));
}

function someOf<T extends z.ZodType>(one: T, error: string) {
  return many(one, error).refine((chosen) => chosen.length > 0, { error });
}

const number = z
  .string()
  .regex(/^\d{1,15}$/, "Choose from the list.")
  .transform(Number);
const listed = many(number, "Choose from the list.").refine((chosen) => chosen.length <= options.mostListed, {
  error: `Choose at most ${options.mostListed}.`,
});

function noZone({ input }: { input?: unknown }) {
  return `“${String(input).slice(0, 40)}” isn’t a valid time zone.`;
}

export const name = z
  .string({ error: "Enter a name." })
  .trim()
  .min(nameLength.least, formMessages.nameTooShort)
  .max(nameLength.most, formMessages.nameTooLong)
  .regex(/^\P{Cc}*$/u, formMessages.nameInLines)
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, formMessages.nameInvisible);

export const description = z.string().trim().max(descriptionLength, formMessages.descriptionTooLong).default("");

export const cover = z
  .string({ error: formMessages.noCover })
  .regex(/^\d{1,15}$/, formMessages.noCover)
  .transform(Number);

const basics = { name, description, cover };

const entry = {
  duration: oneOf(
    "Duration in hours",
    durations.map(({ hours }) => hours),
  ),
  start: z.enum(["now", "at"], { error: "Choose when it starts." }),
  startsAt: z.string().default(""),
  timeZone: z.string().refine(isZone, { error: noZone }).default("UTC"),
  close: z.enum(["tenth", "end"], { error: "Choose when entries close." }),
  fee: whole("The entry fee", 0, entryFees.most),
  perPerson: oneOf(
    "Entries per person",
    personLimits.map(({ entries }) => entries),
  ),
  cap: whole("The limit on total entries", options.leastCap, 1_000_000).optional(),
  level: someOf(
    oneOf(
      "Content rating",
      levels.map(({ bit }) => bit),
    ),
    formMessages.noRating,
  ),
  media: someOf(z.enum(["image", "video"]), formMessages.noMedia),
  minSide: whole("The minimum size in pixels", 0, options.mostMinSide).default(0),
  baseModel: listed,
  version: listed,
  enforce: z.enum(["yes", "no"], { error: "Choose whether these are checked." }).default("no"),
  judges: z.enum(["anyone", "verified"], { error: "Choose who can judge." }),
  minScore: whole("The minimum score", 0, verifiedJudges.mostScore).default(0),
};

const prizes = {
  split: z.enum(["standard", "custom"], { error: "Choose how the pool is shared." }),
  share: many(whole("A place’s percentage", 1, 100), "Enter a percentage for each place."),
};

export const BasicsForm = z.strictObject(basics);
export const EntryForm = z.strictObject(entry).superRefine(checkStart).superRefine(checkJudges);
export const PrizesForm = z.strictObject(prizes).superRefine(checkShares);

/** The fields of each step, by name. */
export const steps = { basics: Object.keys(basics), entry: Object.keys(entry), prizes: Object.keys(prizes) };
export type Step = keyof typeof steps;

/** All steps together: what the review opens, out of the draft. */
export const CrucibleForm = z
  .strictObject({ ...basics, ...entry, ...prizes })
  .superRefine(checkStart)
  .superRefine(checkJudges)
  .superRefine(checkShares)
  .transform(toTerms);

/** The last button of the wizard: which form it was, and the state of the draft that it showed. */
export const OpeningForm = z.strictObject({
  requestKey: z.string().min(8).max(100),
  seen: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

export const EditForm = z.strictObject(basics);

export const ReasonForm = z.strictObject({
  reason: z
    .string({ error: formMessages.noReason })
    .trim()
    .min(3, formMessages.noReason)
    .max(options.mostReason, `Reasons can be at most ${options.mostReason} characters long.`),
});

export const SubmitForm = z.strictObject({
  mediaId: someOf(number, formMessages.nothingSelected).refine((ids) => ids.length <= 100, {
    error: "Select at most 100 items at once.",
  }),
});

export const ReminderForm = z.strictObject({ to: z.string().optional() });

type Start = { start: "now" | "at"; startsAt: string; timeZone: string };

function checkStart({ start, startsAt, timeZone }: Start, ctx: z.RefinementCtx) {
  if (start === "now" || instantIn(timeZone, startsAt)) return;
  const message = startsAt
    ? `“${startsAt.slice(0, 40)}” isn’t a valid date and time in ${timeZone}.`
    : formMessages.noStart;
  ctx.addIssue({ code: "custom", path: ["startsAt"], message });
}

function checkJudges({ judges, minScore }: { judges: "anyone" | "verified"; minScore: number }, ctx: z.RefinementCtx) {
  if (judges === "anyone" || minScore > 0) return;
  ctx.addIssue({
    code: "custom",
    path: ["minScore"],
    message: formMessages.noMinimumScore,
  });
}

function checkShares({ split, share }: { split: "standard" | "custom"; share: number[] }, ctx: z.RefinementCtx) {
  const message = split === "custom" ? shareRefusal(share) : null;
  if (message) ctx.addIssue({ code: "custom", path: ["share"], message });
}

type Typed = z.output<z.ZodObject<typeof basics & typeof entry & typeof prizes>>;

function toTerms(typed: Typed): Terms {
  return {
    name: typed.name,
    description: typed.description,
    coverMediaId: typed.cover,
    durationHours: typed.duration,
    startsAt: typed.start === "now" ? null : instantIn(typed.timeZone, typed.startsAt),
    entriesClose: typed.close,
    entryFee: typed.fee,
    entriesPerPerson: typed.perPerson,
    entriesCap: typed.cap ?? null,
    levels: typed.level.reduce((set, bit) => set | bit, 0),
    mediaKinds: typed.media.reduce((set, kind) => set | options.mediaKindBits[kind], 0),
    minSide: typed.minSide,
    baseModelIds: [...new Set(typed.baseModel)],
    versionIds: [...new Set(typed.version)],
    enforced: typed.enforce === "yes",
    prizes: typed.split === "standard" ? [...prizeSplits.standard] : typed.share,
    judgeRule: typed.judges,
    judgeMinScore: typed.judges === "verified" ? typed.minScore : 0,
  };
}
