import type { mediaKinds, resourceRules, statuses } from "~/db/schema/values";
import { entryRefusal } from "~/domain/contest/conditions";
import { includesRating } from "~/domain/media/content-ratings";
import { checkAllowList } from "~/domain/catalog/allow-list";
import type { AllowList, MatchedResource } from "~/domain/catalog/allow-list";
import { mediaKindBits } from "../schema";
import { isOpenForEntries } from "../schedule";
import { eligibilityWords } from "./eligibility-words";

/** One media item, as far as entering goes. */
export type Candidate = {
  id: number;
  kind: (typeof mediaKinds)[number];
  width: number;
  height: number;
  level: number;
  alreadyIn: "same-media" | "same-pixels" | null;
  /** What the file says it was made with, matched against the catalogue. */
  declared: readonly MatchedResource[];
};

/** What a crucible asks of each entry. */
export type Asked = {
  levels: number;
  mediaKinds: number;
  minSide: number;
  resourceRule: (typeof resourceRules)[number];
  /** The models on its list; `names` are those of all of them. */
  allowed: AllowList & { names: readonly string[] };
};

/** What a crucible asks of the person and the moment; `used` and `balance` are the person's. */
export type Moment = {
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
export function momentRefusal(moment: Moment, count: number, now: Date): Refusal | null {
  return openRefusal(moment, now) ?? limitsRefusal(moment, count);
}

/** Whether entries are taken at all now. */
function openRefusal(moment: Pick<Moment, "status" | "startsAt" | "endsAt" | "entriesCloseAt">, now: Date) {
  if (isOpenForEntries(moment, now)) return null;
  if (moment.status === "cancelled") return { reason: "cancelled", detail: eligibilityWords.canceled };
  if (moment.status === "pending") return { reason: "not-started", detail: opening(moment.startsAt, now) };
  if (moment.endsAt <= now) return { reason: "ended", detail: eligibilityWords.ended(moment.endsAt) };
  return { reason: "entries-closed", detail: eligibilityWords.closed(moment.entriesCloseAt) };
}

function opening(startsAt: Date, now: Date) {
  return startsAt > now ? eligibilityWords.opens(startsAt) : eligibilityWords.opensSoon;
}

function limitsRefusal(moment: Moment, count: number): Refusal | null {
  const { entriesPerPerson: perPerson, entriesCap: cap, entryCount: entered, entryFee: fee } = moment;
  const { used, balance, inDebt } = moment;
  switch (entryRefusal({ perPerson, cap, entered, fee, used, balance, inDebt }, count)) {
    case "person-limit":
      return { reason: "person-limit", detail: eligibilityWords.personLimit(perPerson, used, count) };
    case "full":
      return { reason: "crucible-full", detail: eligibilityWords.full(cap!, Math.max(0, cap! - entered), count) };
    case "in-debt":
      return { reason: "in-debt", detail: eligibilityWords.inDebt };
    case "too-little-buzz":
      return { reason: "too-little-buzz", detail: eligibilityWords.tooExpensive(count, fee * count, balance) };
    case null:
      return null;
  }
}

/** Every rule that one media item does not meet; empty when it fits. */
export function mediaRefusals(asked: Asked, media: Candidate): Refusal[] {
  const rules = [alreadyRefusal, kindRefusal, sizeRefusal, levelRefusal, resourceRefusal];
  return rules.map((rule) => rule(asked, media)).filter((refusal) => refusal !== null);
}

function alreadyRefusal(_: Asked, { alreadyIn }: Candidate) {
  if (alreadyIn === "same-media") return { reason: "already-in", detail: eligibilityWords.alreadyIn };
  if (alreadyIn === "same-pixels") return { reason: "same-pixels", detail: eligibilityWords.identical };
  return null;
}

function kindRefusal({ mediaKinds }: Asked, { kind }: Candidate) {
  if ((mediaKindBits[kind] & mediaKinds) !== 0) return null;
  const detail = kind === "video" ? eligibilityWords.imagesOnly : eligibilityWords.videosOnly;
  return { reason: "kind", detail };
}

function sizeRefusal({ minSide }: Asked, { width, height }: Candidate) {
  const side = Math.min(width, height);
  return side >= minSide ? null : { reason: "too-small", detail: eligibilityWords.tooSmall(side, minSide) };
}

function levelRefusal({ levels }: Asked, { level }: Candidate) {
  if (includesRating(levels, level)) return null;
  return { reason: "level", detail: eligibilityWords.rating(level, levels) };
}

// Videos are trusted. What a picture's file says can be forged: this checks the declaration.
function resourceRefusal({ resourceRule, allowed }: Asked, { kind, declared }: Candidate) {
  if (resourceRule !== "enforced" || kind === "video") return null;
  const verdict = checkAllowList(declared, allowed);
  if (verdict.ok) return null;

  if (verdict.reason === "no-model-declared")
    return { reason: "no-model-declared", detail: eligibilityWords.noModel(allowed.names) };
  return { reason: "resources", detail: eligibilityWords.otherModels(verdict.names, allowed.names) };
}
