import { checkAllowList } from "~/domain/catalog/allow-list";
import type { AllowList, MatchedResource } from "~/domain/catalog/allow-list";
import { entryRefusal } from "~/domain/contest/conditions";
import { includesRating } from "~/domain/media/content-ratings";
import { phaseOf } from "../times";
import type { Times } from "../times";
import { eligibilityText } from "./eligibility-words";

/** One media item, as far as entering goes. */
export type Candidate = {
  id: number;
  kind: "image" | "video";
  level: number;
  createdAt: Date;
  alreadyIn: "same-media" | "same-pixels" | null;
  declared: readonly MatchedResource[];
};

/** What a challenge asks of each entry. */
export type EntryRules = {
  levels: number;
  madeForThis: boolean;
  visibleFrom: Date;
  modelRule: "any" | "featured" | "required";
  allowed: AllowList & { names: readonly string[] };
};

/** What it asks of the person and the moment. */
export type EntrantState = Times & {
  startsAt: Date;
  endsAt: Date;
  creatorId: number | null;
  entrantId: number;
  entriesPerPerson: number;
  entriesCap: number;
  entryCount: number;
  used: number;
};

export type Refusal = { reason: string; detail: string };

/** Why so many more entries of one person cannot go in now, whatever they are; null when they can. */
export function entrantRefusal(moment: EntrantState, count: number, now: Date): Refusal | null {
  return openRefusal(moment, now) ?? ownRefusal(moment) ?? limitsRefusal(moment, count);
}

function openRefusal(moment: EntrantState, now: Date): Refusal | null {
  const phase = phaseOf(moment, now);
  if (phase === "open") return null;
  if (phase === "cancelled") return { reason: "cancelled", detail: eligibilityText.canceled };
  if (phase !== "upcoming") return { reason: "ended", detail: eligibilityText.ended(moment.endsAt) };
  const detail = moment.startsAt > now ? eligibilityText.opens(moment.startsAt) : eligibilityText.opensSoon;
  return { reason: "not-started", detail };
}

function ownRefusal({ creatorId, entrantId }: EntrantState): Refusal | null {
  return creatorId === entrantId ? { reason: "your-own", detail: eligibilityText.yourOwn } : null;
}

function limitsRefusal(moment: EntrantState, count: number): Refusal | null {
  const { entriesPerPerson: perPerson, entriesCap: cap, entryCount: entered, used } = moment;
  switch (entryRefusal({ perPerson, cap, entered, fee: 0, used, balance: 0, inDebt: false }, count)) {
    case "person-limit":
      return { reason: "person-limit", detail: eligibilityText.personLimit(perPerson, used, count) };
    case "full":
      return { reason: "full", detail: eligibilityText.full(cap, Math.max(0, cap - entered), count) };
    default:
      return null;
  }
}

/** Every rule that one media item does not meet; empty when it fits. */
export function mediaRefusals(asked: EntryRules, media: Candidate): Refusal[] {
  const rules = [alreadyRefusal, kindRefusal, levelRefusal, ageRefusal, modelRefusal];
  return rules.map((rule) => rule(asked, media)).filter((refusal) => refusal !== null);
}

function alreadyRefusal(_: EntryRules, { alreadyIn }: Candidate) {
  if (alreadyIn === "same-media") return { reason: "already-in", detail: eligibilityText.alreadyIn };
  if (alreadyIn === "same-pixels") return { reason: "same-pixels", detail: eligibilityText.identical };
  return null;
}

function kindRefusal(_: EntryRules, { kind }: Candidate) {
  return kind === "image" ? null : { reason: "kind", detail: eligibilityText.imagesOnly };
}

function levelRefusal({ levels }: EntryRules, { level }: Candidate) {
  return includesRating(levels, level) ? null : { reason: "level", detail: eligibilityText.rating(level, levels) };
}

function ageRefusal({ madeForThis, visibleFrom }: EntryRules, { createdAt }: Candidate) {
  if (!madeForThis || createdAt >= visibleFrom) return null;
  return { reason: "too-old", detail: eligibilityText.tooOld(visibleFrom) };
}

// What a picture’s file says can be forged: this checks the declaration.
function modelRefusal({ modelRule, allowed }: EntryRules, { declared }: Candidate) {
  if (modelRule !== "required") return null;
  const result = checkAllowList(declared, allowed);
  if (result.ok) return null;
  if (result.reason === "no-model-declared")
    return { reason: "no-model-declared", detail: eligibilityText.noModel(allowed.names) };
  return { reason: "models", detail: eligibilityText.otherModels(result.names, allowed.names) };
}
