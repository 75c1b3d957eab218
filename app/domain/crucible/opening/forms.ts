import { z } from "zod";
import {
  checkStart,
  descriptionField,
  many,
  nameField,
  oneOf,
  rowId,
  someOf,
  startFields,
  startOf,
  whole,
} from "~/domain/contest/fields";
import { shareRefusal } from "~/domain/contest/prize-shares";
import { contentRatings } from "~/domain/media/content-ratings";
import * as options from "../schema";
import { formMessages } from "./form-messages";
import type { Terms } from "../schema";

const { durations, personLimits, entryFees, prizeSplits, verifiedJudges } = options;

const listed = many(
  rowId("Choose from the list."),
  options.maxListed,
  "Choose from the list.",
  `Choose at most ${options.maxListed}.`,
);

const basics = {
  name: nameField(options.nameLength),
  description: descriptionField(options.descriptionLength),
  cover: rowId(formMessages.noCover),
};

const entry = {
  duration: oneOf(
    "Duration in hours",
    durations.map(({ hours }) => hours),
  ),
  ...startFields,
  close: z.enum(["tenth", "end"], { error: "Choose when entries close." }),
  fee: whole("The entry fee", 0, entryFees.max),
  perPerson: oneOf(
    "Entries per person",
    personLimits.map(({ entries }) => entries),
  ),
  cap: whole("The limit on total entries", options.minCap, 1_000_000).optional(),
  level: someOf(
    oneOf(
      "Content rating",
      contentRatings.map(({ bit }) => bit),
    ),
    contentRatings.length,
    formMessages.noRating,
  ),
  media: someOf(z.enum(["image", "video"]), 2, formMessages.noMedia),
  minSide: whole("The minimum size in pixels", 0, options.maxMinSide).default(0),
  baseModel: listed,
  version: listed,
  enforce: z.enum(["yes", "no"], { error: "Choose whether these are checked." }).default("no"),
  judges: z.enum(["anyone", "verified"], { error: "Choose who can judge." }),
  minScore: whole("The minimum score", 0, verifiedJudges.maxScore).default(0),
};

const prizes = {
  split: z.enum(["standard", "custom"], { error: "Choose how the pool is shared." }),
  share: many(
    whole("A place’s percentage", 1, 100),
    prizeSplits.maxPlaces,
    "Enter a percentage for each place.",
    `Choose from 1 to ${prizeSplits.maxPlaces} places.`,
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

function checkJudges({ judges, minScore }: { judges: "anyone" | "verified"; minScore: number }, ctx: z.RefinementCtx) {
  if (judges === "anyone" || minScore > 0) return;
  ctx.addIssue({
    code: "custom",
    path: ["minScore"],
    message: formMessages.noMinimumScore,
  });
}

function checkShares({ split, share }: { split: "standard" | "custom"; share: number[] }, ctx: z.RefinementCtx) {
  const message = split === "custom" ? shareRefusal(share, prizeSplits.maxPlaces) : null;
  if (message) ctx.addIssue({ code: "custom", path: ["share"], message });
}

type Typed = z.output<z.ZodObject<typeof basics & typeof entry & typeof prizes>>;

function toTerms(typed: Typed): Terms {
  return {
    name: typed.name,
    description: typed.description,
    coverMediaId: typed.cover,
    durationHours: typed.duration,
    startsAt: startOf(typed),
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
