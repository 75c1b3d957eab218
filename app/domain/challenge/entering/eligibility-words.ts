import { contentRatingName, contentRatingNames } from "~/domain/media/content-ratings";
import { reviewsPerPerson } from "../schema";

/** Why an entry can’t be taken, for the person who wants to submit it. */
export const eligibilityText = {
  canceled: "This challenge was canceled.",
  ended: (at: Date) => `This challenge ended on ${instant(at)}.`,
  opens: (at: Date) => `Entries open on ${instant(at)}.`,
  opensSoon: "Entries open within a minute.",
  yourOwn: "You opened this challenge and wrote what the judge is told, so you can’t enter it.",
  nothingSelected: "Select at least one image.",
  notYours: "This isn’t in your library.",
  personLimit: (limit: number, used: number, chosen: number) =>
    `The limit is ${plural(limit, "entry", "entries")} per person. You have ${used} and selected ${chosen} more.`,
  full: (cap: number, left: number, chosen: number) =>
    `The limit is ${plural(cap, "entry", "entries")} in total. There’s room for ${left} more and you selected ${chosen}.`,
  alreadyIn: "Already in this challenge.",
  identical: "An identical image is already in this challenge.",
  imagesOnly: "Only images are allowed.",
  rating: (level: number, allowed: number) =>
    `${contentRatingName(level)}. Allowed: ${contentRatingNames(allowed).join(", ")}.`,
  tooOld: (since: Date) => `Added before this challenge was announced on ${instant(since)}.`,
  noModel: (allowed: readonly string[]) => `No model in the metadata. Allowed: ${listed(allowed)}.`,
  otherModels: (used: readonly string[], allowed: readonly string[]) =>
    `Made with ${listed(used)}. Allowed: ${listed(allowed)}.`,
  usedUp: "All reviews are used up. Your entry will be shown, but not judged.",
  reviewLimit: `At most ${reviewsPerPerson} entries of one person are reviewed.`,
} as const;

function listed(names: readonly string[]) {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

function instant(date: Date) {
  const [, day, month, year, time] = date.toUTCString().split(/[ ,]+/);
  return `${Number(day)} ${month} ${year}, ${time!.slice(0, 5)} UTC`;
}

function plural(count: number, one: string, many: string) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
