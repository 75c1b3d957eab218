import type { mediaKinds, resourceRules, statuses } from "~/db/schema/values";
import { entryRefusal } from "~/domain/contest/conditions";
import { includesRating } from "~/domain/media/content-ratings";
import { checkAllowList } from "~/domain/catalog/allow-list";
import type { AllowList, MatchedResource } from "~/domain/catalog/allow-list";
import { mediaKindBits } from "../schema";
import { isOpenForEntries } from "../schedule";
import { eligibilityText } from "./eligibility-words";

/** One media item, as far as entering goes. */
export type Candidate = {
  id: number;
  kind: (typeof mediaKinds)[number];
  width: number;
  height: number;
  level: number;
  alreadyIn: "same-media" | "same-pixels" | null;
  /** What the file says it was made with, matched against the catalog. */
  declared: readonly MatchedResource[];
};

/** What a crucible asks of each entry. */
export type EntryRules = {
  levels: number;
  mediaKinds: number;
  minSide: number;
  resourceRule: (typeof resourceRules)[number];
  /** The models on its list; `names` are those of all of them. */
  allowed: AllowList & { names: readonly string[] };
};

/** What a crucible asks of the person and the moment; `used` and `balance` are the person's. */
export type EntrantState = {
  status: (typeof statuses)[number];
  startsAt: Date;
  endsAt: Date;
  entriesCloseAt: Date;
  entriesPerPerson: number;
  entriesCap: number | null;
  entryCount: number;
  entryFee: number;
  used: number;
  balance: number;
  inDebt: boolean;
};

/** Why something may not enter: the rule, and the rule with the offending value in words. */
export type Refusal = { reason: string; detail: string };

/** Why so many more entries of one person cannot go in now, whatever they are; null when they can. */
export function entrantRefusal(moment: EntrantState, count: number, now: Date): Refusal | null {
  return openRefusal(moment, now) ?? limitsRefusal(moment, count);
}

/** Whether entries are taken at all now. */
function openRefusal(moment: Pick<EntrantState, "status" | "startsAt" | "endsAt" | "entriesCloseAt">, now: Date) {
  if (isOpenForEntries(moment, now)) return null;
  if (moment.status === "cancelled") return { reason: "cancelled", detail: eligibilityText.canceled };
  if (moment.status === "pending") return { reason: "not-started", detail: opening(moment.startsAt, now) };
  if (moment.endsAt <= now) return { reason: "ended", detail: eligibilityText.ended(moment.endsAt) };
  return { reason: "entries-closed", detail: eligibilityText.closed(moment.entriesCloseAt) };
}

function opening(startsAt: Date, now: Date) {
  return startsAt > now ? eligibilityText.opens(startsAt) : eligibilityText.opensSoon;
}

function limitsRefusal(moment: EntrantState, count: number): Refusal | null {
  const { entriesPerPerson: perPerson, entriesCap: cap, entryCount: entered, entryFee: fee } = moment;
  const { used, balance, inDebt } = moment;
  switch (entryRefusal({ perPerson, cap, entered, fee, used, balance, inDebt }, count)) {
    case "person-limit":
      return { reason: "person-limit", detail: eligibilityText.personLimit(perPerson, used, count) };
    case "full":
      return { reason: "crucible-full", detail: eligibilityText.full(cap!, Math.max(0, cap! - entered), count) };
    case "in-debt":
      return { reason: "in-debt", detail: eligibilityText.inDebt };
    case "too-little-buzz":
      return { reason: "too-little-buzz", detail: eligibilityText.tooExpensive(count, fee * count, balance) };
    case null:
      return null;
  }
}

/** Every rule that one media item does not meet; empty when it fits. */
export function mediaRefusals(asked: EntryRules, media: Candidate): Refusal[] {
  const rules = [alreadyRefusal, kindRefusal, sizeRefusal, levelRefusal, resourceRefusal];
  return rules.map((rule) => rule(asked, media)).filter((refusal) => refusal !== null);
}

function alreadyRefusal(_: EntryRules, { alreadyIn }: Candidate) {
  if (alreadyIn === "same-media") return { reason: "already-in", detail: eligibilityText.alreadyIn };
  if (alreadyIn === "same-pixels") return { reason: "same-pixels", detail: eligibilityText.identical };
  return null;
}

function kindRefusal({ mediaKinds }: EntryRules, { kind }: Candidate) {
  if ((mediaKindBits[kind] & mediaKinds) !== 0) return null;
  const detail = kind === "video" ? eligibilityText.imagesOnly : eligibilityText.videosOnly;
  return { reason: "kind", detail };
}

function sizeRefusal({ minSide }: EntryRules, { width, height }: Candidate) {
  const side = Math.min(width, height);
  return side >= minSide ? null : { reason: "too-small", detail: eligibilityText.tooSmall(side, minSide) };
}

function levelRefusal({ levels }: EntryRules, { level }: Candidate) {
  if (includesRating(levels, level)) return null;
  return { reason: "level", detail: eligibilityText.rating(level, levels) };
}

// Videos are trusted. What a picture's file says can be forged: this checks the declaration.
function resourceRefusal({ resourceRule, allowed }: EntryRules, { kind, declared }: Candidate) {
  if (resourceRule !== "enforced" || kind === "video") return null;
  const result = checkAllowList(declared, allowed);
  if (result.ok) return null;

  if (result.reason === "no-model-declared")
    return { reason: "no-model-declared", detail: eligibilityText.noModel(allowed.names) };
  return { reason: "resources", detail: eligibilityText.otherModels(result.names, allowed.names) };
}
