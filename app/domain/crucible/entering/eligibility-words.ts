import { contentRatingName, contentRatingNames } from "~/domain/media/content-ratings";

/** Why an entry can’t be taken, for the person who wants to submit it. */
export const eligibilityText = {
  canceled: "This crucible was canceled.",
  ended: (at: Date) => `This crucible ended on ${instant(at)}.`,
  closed: (at: Date) => `Entries closed on ${instant(at)}.`,
  opens: (at: Date) => `Entries open on ${instant(at)}.`,
  opensSoon: "Entries open within a minute.",
  nothingSelected: "Select at least one item.",
  notYours: "This isn’t in your library.",
  personLimit: (limit: number, used: number, chosen: number) =>
    `The limit is ${plural(limit, "entry", "entries")} per person. You have ${used} and selected ${chosen} more.`,
  full: (cap: number, left: number, chosen: number) =>
    `The limit is ${plural(cap, "entry", "entries")} in total. There’s room for ${left} more and you selected ${chosen}.`,
  tooExpensive: (chosen: number, price: number, balance: number) =>
    `${chosen === 1 ? "This costs" : `${chosen} entries cost`} ${buzz(price)}. You have ${buzz(balance)}.`,
  inDebt: "You can’t spend Buzz until your debt is paid off.",
  alreadyIn: "Already in this crucible.",
  identical: "An identical image is already in this crucible.",
  imagesOnly: "Only images are allowed.",
  videosOnly: "Only videos are allowed.",
  tooSmall: (side: number, min: number) => `The shorter side is ${side} px and must be at least ${min}.`,
  rating: (level: number, allowed: number) =>
    `${contentRatingName(level)}. Allowed: ${contentRatingNames(allowed).join(", ")}.`,
  noModel: (allowed: readonly string[]) => `No model in the metadata. Allowed: ${listed(allowed)}.`,
  otherModels: (used: readonly string[], allowed: readonly string[]) =>
    `Made with ${listed(used)}. Allowed: ${listed(allowed)}.`,
} as const;

function listed(names: readonly string[]) {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

function instant(date: Date) {
  const [, day, month, year, time] = date.toUTCString().split(/[ ,]+/);
  return `${Number(day)} ${month} ${year}, ${time!.slice(0, 5)} UTC`;
}

function buzz(amount: number) {
  return `${amount.toLocaleString("en")} Buzz`;
}

function plural(count: number, one: string, many: string) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
