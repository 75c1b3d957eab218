import type { themes } from "~/db/schema/values";

export const themeLabels: Record<(typeof themes)[number], string> = {
  system: "Match system",
  light: "Light",
  dark: "Dark",
};
