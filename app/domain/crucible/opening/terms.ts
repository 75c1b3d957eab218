import { z } from "zod";
import { descriptionField, nameField } from "~/domain/contest/fields";
import { shareRefusal } from "~/domain/contest/prize-shares";
import { contentRatings } from "~/domain/media/content-ratings";
import * as options from "../schema";
import type { Duration, PersonLimit, Terms } from "../schema";
import { formMessages } from "./form-messages";

// The terms of a crucible as programs send them: the same rules as the wizard's, over JSON. Its forms are in forms.ts.

const { durations, entryFees, personLimits, prizeSplits, verifiedJudges } = options;

const ids = z.array(z.number().int().positive().max(1e15)).max(options.maxListed).default([]);
const ratings = contentRatings.map(({ name }) => name);
const someRatings = z.array(z.enum(ratings)).min(1, formMessages.noRating).max(ratings.length);

/** A crucible to open, as JSON; what it leaves out costs nothing. */
export const CrucibleTerms = z
  .strictObject({
    name: nameField(options.nameLength),
    description: descriptionField(options.descriptionLength),
    coverMediaId: z.number().int().positive().max(1e15),
    durationHours: z.literal(durations.map(({ hours }) => hours)).default(8),
    /** Absent: now. */
    startsAt: z.iso.datetime({ offset: true }).optional(),
    entriesClose: z.enum(["tenth", "end"]).default("tenth"),
    entryFee: z.number().int().min(0).max(entryFees.max).default(0),
    entriesPerPerson: z.literal(personLimits.map(({ entries }) => entries)).default(1),
    entriesCap: z.number().int().min(options.minCap).max(1_000_000).optional(),
    contentRatings: someRatings.default(["PG", "PG-13"]),
    media: z
      .array(z.enum(["image", "video"]))
      .min(1, formMessages.noMedia)
      .max(2)
      .default(["image"]),
    minSide: z.number().int().min(0).max(options.maxMinSide).default(0),
    baseModelIds: ids,
    versionIds: ids,
    /** Whether files have to prove which models made them. */
    checkModels: z.boolean().default(true),
    /** Whole percents for each paid place, best first, 100 together. */
    prizes: z
      .array(z.number().int().min(1).max(100))
      .max(prizeSplits.maxPlaces)
      .default([...prizeSplits.standard]),
    /** The score from which on people may judge; absent: everyone. */
    judgeMinScore: z.number().int().min(1).max(verifiedJudges.maxScore).optional(),
  })
  .superRefine(({ prizes }, ctx) => {
    const message = shareRefusal(prizes, prizeSplits.maxPlaces);
    if (message) ctx.addIssue({ code: "custom", path: ["prizes"], message });
  })
  .transform(toTerms);

type Given = {
  startsAt?: string;
  entriesCap?: number;
  contentRatings: string[];
  media: ("image" | "video")[];
  checkModels: boolean;
  judgeMinScore?: number;
  durationHours: Duration;
  entriesPerPerson: PersonLimit;
} & Pick<
  Terms,
  | "name"
  | "description"
  | "coverMediaId"
  | "entriesClose"
  | "entryFee"
  | "minSide"
  | "baseModelIds"
  | "versionIds"
  | "prizes"
>;

function toTerms({ checkModels, contentRatings: names, media, judgeMinScore, ...given }: Given): Terms {
  return {
    ...given,
    startsAt: given.startsAt ? new Date(given.startsAt) : null,
    entriesCap: given.entriesCap ?? null,
    levels: contentRatings.reduce((set, { bit, name }) => (names.includes(name) ? set | bit : set), 0),
    mediaKinds: media.reduce((set, kind) => set | options.mediaKindBits[kind], 0),
    baseModelIds: [...new Set(given.baseModelIds)],
    versionIds: [...new Set(given.versionIds)],
    enforced: checkModels,
    judgeRule: judgeMinScore === undefined ? "anyone" : "verified",
    judgeMinScore: judgeMinScore ?? 0,
  };
}
