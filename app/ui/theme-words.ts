import type { themes } from "~/db/schema/values";

export const themeWords: Record<(typeof themes)[number], string> = {
  system: "As the system",
  light: "Light",
  dark: "Dark",
};
