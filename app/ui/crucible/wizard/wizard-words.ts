import { buzz, number, ordinal } from "~/ui/parts/format";

/** What the steps of creating a crucible say. */
export const wizardText = {
  yourCost: "Your cost",
  entryFee: "Entry fee",
  totalEntries: "Total entries",
  minimumScore: "Minimum score",
  scheduleLater: "Schedule for later",
  startDate: "Start date and time",
  timeZone: "Time zone",
  ownSplit: "Your own split",
  entryRules: "Entry rules",
  contentRatings: "Content ratings",
  selected: "Selected",
  searchResults: "Search results",
  anyBaseModel: "Any base model",
  verifiedOnly: "Verified only",
  findModel: "Find a model or LoRA by name",
  thingsLeft: (things: number) => (things === 1 ? "1 thing left to do" : `${things} things left to do`),
  balanceAfter: (balance: number, fee: number) =>
    `You have ${buzz(balance)}; ${number(balance - fee)} left after this.`,
  paidInBlue: (balance: number, fee: number) =>
    `Paid in blue Buzz: you have ${number(balance)}; ${number(balance - fee)} left after this.`,
  percentOf: (place: number) => `${ordinal(place)} place, percent`,
  removePlace: (place: number) => `Remove ${ordinal(place)} place`,
  noModels: (search: string) => `No models match “${search}”.`,
} as const;
