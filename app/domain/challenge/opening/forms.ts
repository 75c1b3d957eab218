import { z } from "zod";
import * as fields from "~/domain/contest/fields";
import { contentRatings } from "~/domain/media/content-ratings";
import { formMessages } from "../challenge-messages";
import { criteriaFault, criteriaOf, prizeFault } from "./faults";
import type { Rubric } from "./faults";
import * as options from "../schema";
import type { Terms } from "../schema";

const { criteria, durations, prizes } = options;
const { many, oneOf, rowId, someOf, whole } = fields;

function line(max: number, message: string) {
  return z
    .string({ error: message })
    .trim()
    .max(max, message)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, message);
}

const theme = {
  title: fields.nameField(options.titleLength),
  theme: line(options.themeLength, formMessages.theme).min(1, formMessages.theme),
  invitation: line(options.invitationLength, formMessages.invitation).default(""),
  description: fields.descriptionField(options.descriptionLength),
  cover: rowId(formMessages.noCover),
  rematch: rowId(formMessages.noRematch).optional(),
};

const entry = {
  duration: oneOf(
    "Duration in hours",
    durations.map(({ hours }) => hours),
  ),
  ...fields.startFields,
  perPerson: whole("Entries per person", options.entriesPerPerson.min, options.entriesPerPerson.max),
  cap: whole("The limit on total entries", options.entriesCap.min, options.entriesCap.max),
  level: someOf(
    oneOf(
      "Content rating",
      contentRatings.map(({ bit }) => bit),
    ),
    contentRatings.length,
    formMessages.noRating,
  ),
  fresh: z.enum(["yes", "no"], { error: "Choose which images may enter." }).default("no"),
  models: z.enum(["any", "featured", "required"], { error: "Choose which models may be used." }).default("any"),
  version: many(
    rowId("Choose from the list."),
    options.maxListedVersions,
    "Choose from the list.",
    `Choose at most ${options.maxListedVersions}.`,
  ),
};

const judging = {
  label: many(z.string().trim().max(options.labelLength, formMessages.label), criteria.max, formMessages.fewCriteria),
  question: many(
    z.string().trim().max(options.questionLength, formMessages.question),
    criteria.max,
    formMessages.fewCriteria,
  ),
  percent: many(
    z
      .string()
      .trim()
      .regex(/^\d{0,3}$/, formMessages.percent),
    criteria.max,
    formMessages.fewCriteria,
  ),
  prompt: z.string().trim().max(options.promptLength, formMessages.promptTooLong).default(""),
};

const money = {
  prize: many(
    z
      .string()
      .trim()
      .regex(/^\d{1,6}$/, formMessages.prizeWhole)
      .transform(Number),
    prizes.maxPlaces,
    formMessages.prizeWhole,
    formMessages.prizePlaces,
  ),
  by: z.enum(["number", "share"], { error: "Choose how many entries are reviewed." }).default("number"),
  reviews: whole("Reviews", options.reviews.min, options.reviews.max),
  share: whole("The share", 1, 100).default(50),
  judge: z.enum(["standard", "careful"], { error: "Choose the judge." }).default("standard"),
};

export const ThemeForm = z.strictObject(theme);
export const EntryForm = z.strictObject(entry).superRefine(fields.checkStart).superRefine(checkModels);
export const JudgingForm = z.strictObject(judging).superRefine(checkCriteria);
export const PrizesForm = z.strictObject(money).superRefine(checkPrizes);

/** What comes with a step beside its own fields: the button, and words to look for. */
export const ButtonForm = z.object({ intent: z.string().optional(), find: z.string().optional() });

/** The fields of each step, by name. */
export const steps = {
  theme: Object.keys(theme),
  entry: Object.keys(entry),
  judging: Object.keys(judging),
  prizes: Object.keys(money),
};
export type Step = keyof typeof steps;

/** All steps together: what the review opens, out of the draft. */
export const ChallengeForm = z
  .strictObject({ ...theme, ...entry, ...judging, ...money })
  .superRefine(fields.checkStart)
  .superRefine(checkModels)
  .superRefine(checkCriteria)
  .superRefine(checkPrizes)
  .transform(toTerms);

/** The last button of the wizard: which form it was, and the state of the draft that it showed. */
export const OpeningForm = z.strictObject({
  requestKey: z.string().min(8).max(100),
  seen: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

/** The words of a challenge that runs. */
export const EditForm = z.strictObject(theme).omit({ rematch: true });

export const LooksForm = z.strictObject({ reviews: whole("Reviews", 1, options.reviews.max) });

function checkModels({ models, version }: { models: string; version: number[] }, ctx: z.RefinementCtx) {
  if (models === "any" || version.length > 0) return;
  ctx.addIssue({ code: "custom", path: ["version"], message: formMessages.noVersion });
}

function checkCriteria(rubric: Rubric, ctx: z.RefinementCtx) {
  const message = criteriaFault(criteriaOf(rubric));
  if (message) ctx.addIssue({ code: "custom", path: ["percent"], message });
}

function checkPrizes({ prize }: { prize: number[] }, ctx: z.RefinementCtx) {
  const fault = prizeFault(prize);
  if (fault) ctx.addIssue({ code: "custom", path: ["prize", fault.at], message: fault.message });
}

type Typed = z.output<z.ZodObject<typeof theme & typeof entry & typeof judging & typeof money>>;

function toTerms(typed: Typed): Terms {
  return {
    title: typed.title,
    theme: typed.theme,
    invitation: typed.invitation,
    description: typed.description,
    coverMediaId: typed.cover,
    rematchOf: typed.rematch ?? null,
    durationHours: typed.duration,
    startsAt: fields.startOf(typed),
    visibleFrom: null,
    entriesPerPerson: typed.perPerson,
    entriesCap: typed.cap,
    levels: typed.level.reduce((set, bit) => set | bit, 0),
    madeForThis: typed.fresh === "yes",
    modelRule: typed.models,
    versionIds: typed.models === "any" ? [] : [...new Set(typed.version)],
    criteria: criteriaOf(typed),
    prompt: typed.prompt,
    reviews: reviewsOf(typed),
    careful: typed.judge === "careful",
    prizes: typed.prize,
  };
}

/** How many reviews the choice comes to, within the bounds. */
export function reviewsOf({ by, reviews, share, cap }: { by: string; reviews: number; share: number; cap: number }) {
  const wanted = by === "share" ? Math.round((cap * share) / 100) : reviews;
  return Math.min(options.reviews.max, Math.max(options.reviews.min, wanted));
}
