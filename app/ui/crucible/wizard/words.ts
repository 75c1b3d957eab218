import { durations } from "~/domain/crucible/schema";
import type { Typed } from "~/domain/contest/drafting";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { buzz, count, list, ordinal, sentence } from "~/ui/parts/format";
import { textOf, textsOf } from "~/ui/contest/wizard-fields";
import type { Wizard } from "./fields";
import { wizardText } from "./wizard-words";

type Rows = [string, string][];

/** A step of the draft in words, label and value; what cannot be read stands as it was typed. */
export function basicsText({ typed, cover }: Wizard): Rows {
  return [
    ["Name", textOf(typed, "name").trim() || "–"],
    ["Cover", cover ? cover.alt || `Image ${cover.id}` : "–"],
  ];
}

export function entryText(typed: Typed, models: string[]): Rows {
  const run = durations.find(({ hours }) => String(hours) === textOf(typed, "duration"));
  const side = textOf(typed, "minSide").trim();
  const cap = textOf(typed, "cap").trim();
  return [
    ["Runs for", run?.words ?? "–"],
    ["Starts", startText(typed)],
    ["Entries close", textOf(typed, "close") === "end" ? "At the end" : "When 10% of the time is left"],
    [wizardText.entryFee, amount(textOf(typed, "fee"))],
    ["Entries per person", textOf(typed, "perPerson")],
    [wizardText.totalEntries, cap ? `At most ${cap}` : "No limit"],
    [wizardText.contentRatings, ratingText(typed)],
    ["Media", mediaText(typed)],
    ["Shorter side", side && side !== "0" ? `At least ${side} px` : "Any size"],
    ["Made with", modelText(typed, models)],
    ["Judges", judgeText(typed)],
  ];
}

export function prizesText(shares: number[], custom: boolean): Rows {
  const places = shares.map((share, at): [string, string] => [`${ordinal(at + 1)} place`, `${share}% of the pool`]);
  return [["Split", custom ? `Your own, ${count(shares.length, "place")}` : "50 / 30 / 20"], ...places];
}

function startText(typed: Typed) {
  if (textOf(typed, "start") !== "at") return "As soon as you create it";
  return `${textOf(typed, "startsAt").replace("T", ", ") || "–"} ${textOf(typed, "timeZone").replaceAll("_", " ")}`.trim();
}

function ratingText(typed: Typed) {
  const levels = textsOf(typed, "level").reduce((set, bit) => set | Number(bit), 0);
  return list(contentRatingNames(levels), "or") || "–";
}

function mediaText(typed: Typed) {
  const kinds = textsOf(typed, "media").map((kind) => `${kind}s`);
  return sentence(list(kinds, "or")) || "–";
}

function modelText(typed: Typed, models: string[]) {
  if (models.length === 0) return "Anything";
  return `${list(models, "or")} (${textOf(typed, "enforce") === "yes" ? "checked" : "not checked"})`;
}

function judgeText(typed: Typed) {
  if (textOf(typed, "judges") !== "verified") return "Anyone signed in";
  return `Supporters, or a score of ${textOf(typed, "minScore").trim() || 0} or more`;
}

function amount(typed: string) {
  if (!/^\s*\d{1,7}\s*$/.test(typed)) return typed || "–";
  return Number(typed) === 0 ? "None" : buzz(Number(typed));
}
