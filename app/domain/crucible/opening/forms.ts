import { z } from "zod";
import { levels } from "~/domain/media/levels";
import { shareRefusal } from "./draft-places";
import * as options from "../schema";
import type { Terms } from "../schema";
import { instantIn, isZone } from "~/domain/list/zoned-time";

// Forms send text; what comes out is typed. Messages name the rule and what was typed.

const { nameLength, descriptionLength, durations, personLimits, entryFees, prizeSplits, verifiedJudges } = options;

function whole(what: string, least: number, most: number) {
  const range = `${what} is a whole number from ${least.toLocaleString("en")} to ${most.toLocaleString("en")}`;
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

/** A field that may come once or often, but no more than `most` times. */
function many<T extends z.ZodType>(one: T, most: number, error: string, tooMany = error) {
  const list = z.array(one, { error }).max(most, { error: tooMany });
  return z.preprocess((typed) => (typeof typed === "string" ? [typed] : (typed ?? [])), list);
}

function someOf<T extends z.ZodType>(one: T, most: number, error: string, tooMany = error) {
  return many(one, most, error, tooMany).refine((chosen) => chosen.length > 0, { error });
}

const number = z
  .string()
  .regex(/^\d{1,15}$/, "Choose from the list.")
  .transform(Number);
const listed = many(number, options.mostListed, "Choose from the list.", `List at most ${options.mostListed}.`);

function noZone({ input }: { input?: unknown }) {
  return `“${String(input).slice(0, 40)}” is no time zone.`;
}

export const name = z
  .string({ error: "Give it a name." })
  .trim()
  .min(nameLength.least, `A name has at least ${nameLength.least} characters.`)
  .max(nameLength.most, `A name has at most ${nameLength.most} characters.`)
  .regex(/^\P{Cc}*$/u, "A name is one line.")
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, "A name needs letters that can be seen.");

export const description = z
  .string()
  .trim()
  .max(descriptionLength, `A description has at most ${descriptionLength.toLocaleString("en")} characters.`)
  .default("");

export const cover = z
  .string({ error: "Choose a cover." })
  .regex(/^\d{1,15}$/, "Choose a cover.")
  .transform(Number);

const basics = { name, description, cover };

const entry = {
  duration: oneOf(
    "Duration in hours",
    durations.map(({ hours }) => hours),
  ),
  start: z.enum(["now", "at"], { error: "Start now, or at a time." }),
  startsAt: z.string().default(""),
  timeZone: z.string().refine(isZone, { error: noZone }).default("UTC"),
  close: z.enum(["tenth", "end"], { error: "Choose when entries close." }),
  fee: whole("The entry fee", 0, entryFees.most),
  perPerson: oneOf(
    "Entries per person",
    personLimits.map(({ entries }) => entries),
  ),
  cap: whole("The cap on all entries", options.leastCap, 1_000_000).optional(),
  level: someOf(
    oneOf(
      "Level",
      levels.map(({ bit }) => bit),
    ),
    levels.length,
    "Allow at least one level.",
  ),
  media: someOf(z.enum(["image", "video"]), 2, "Allow images, videos, or both."),
  minSide: whole("The least size in pixels", 0, options.mostMinSide).default(0),
  baseModel: listed,
  version: listed,
  enforce: z.enum(["yes", "no"], { error: "Say whether these are checked." }).default("no"),
  judges: z.enum(["anyone", "verified"], { error: "Choose who may judge." }),
  minScore: whole("The least score of a judge", 0, verifiedJudges.mostScore).default(0),
};

const prizes = {
  split: z.enum(["standard", "custom"], { error: "Choose how the pool is shared." }),
  share: many(
    whole("A share in percent", 1, 100),
    prizeSplits.mostPlaces,
    "Give each place a share.",
    `There are at most ${prizeSplits.mostPlaces} places.`,
  ),
};

export const BasicsForm = z.strictObject(basics);
export const EntryForm = z.strictObject(entry).superRefine(checkStart).superRefine(checkJudges);
export const PrizesForm = z.strictObject(prizes).superRefine(checkShares);

/** What comes with a step or a submission beside its own fields: the button, and words to look for. */
export const ButtonForm = z.object({ intent: z.string().optional(), find: z.string().optional() });

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
    .string({ error: "Give a reason; everyone concerned will read it." })
    .trim()
    .min(3, "Give a reason; everyone concerned will read it.")
    .max(options.mostReason, `A reason has at most ${options.mostReason} characters.`),
});

export const SubmitForm = z.strictObject({
  mediaId: someOf(number, 100, "Choose at least one.", "Choose at most 100 at once."),
});

export const ReminderForm = z.strictObject({ to: z.string().optional() });

type Start = { start: "now" | "at"; startsAt: string; timeZone: string };

function checkStart({ start, startsAt, timeZone }: Start, ctx: z.RefinementCtx) {
  if (start === "now" || instantIn(timeZone, startsAt)) return;
  const message = startsAt
    ? `“${startsAt.slice(0, 40)}” is no date and time that ${timeZone} has.`
    : "Say when it starts.";
  ctx.addIssue({ code: "custom", path: ["startsAt"], message });
}

function checkJudges({ judges, minScore }: { judges: "anyone" | "verified"; minScore: number }, ctx: z.RefinementCtx) {
  if (judges === "anyone" || minScore > 0) return;
  ctx.addIssue({
    code: "custom",
    path: ["minScore"],
    message: "Say what score a judge needs, from 1: with 0 anyone could judge.",
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
