import { buzz, count, number } from "~/ui/parts/format";

/** What the form for submitting entries says. */
export const submitText = {
  submitEntries: "Submit entries",
  submitSelected: "Submit selected",
  showOlder: "Show older",
  short: (missing: number) => `You’re ${number(missing)} short.`,
  submitted: (entries: number, paid: number) =>
    `${count(entries, "entry", "entries")} submitted${paid > 0 ? ` for ${buzz(paid)}` : ""}. Good luck.`,
  notInLibrary: (gone: number) =>
    `${count(gone, "item")} you selected ${gone === 1 ? "is" : "are"} no longer in your library. Nothing was submitted.`,
  used: (used: number, most: number) => `${used} of ${most} used`,
  fitting: (fitting: number, all: number) => `${fitting} of ${all} fit the rules`,
} as const;
