import { Input, createTheme } from "@mantine/core";
import type { CSSVariablesResolver } from "@mantine/core";

const grays = [
  "var(--raised)",
  "var(--raised)",
  "var(--line)",
  "var(--line)",
  "var(--edge)",
  "var(--edge)",
  "var(--text-3)",
  "var(--text-2)",
  "var(--text-2)",
  "var(--text)",
] as const;
const darks = [
  "var(--text-2)",
  "var(--text-2)",
  "var(--text-3)",
  "var(--text-3)",
  "var(--edge)",
  "var(--raised)",
  "var(--ground)",
  "var(--raised)",
  "var(--ground)",
  "var(--sunken)",
] as const;

/** Mantine in the site's own tokens; see tokens.css for the values. */
export const theme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  primaryColor: "blue",
  defaultRadius: "md",
  radius: { xs: "var(--r-1)", sm: "var(--r-1)", md: "var(--r-2)", lg: "var(--r-3)", xl: "var(--r-full)" },
  fontSizes: { xs: "var(--t-1)", sm: "var(--t-3)", md: "var(--t-4)", lg: "var(--t-5)", xl: "var(--t-6)" },
  spacing: { xs: "var(--s-2)", sm: "var(--s-3)", md: "var(--s-4)", lg: "var(--s-6)", xl: "var(--s-8)" },
  shadows: {
    xs: "var(--shadow-1)",
    sm: "var(--shadow-1)",
    md: "var(--shadow-2)",
    lg: "var(--shadow-2)",
    xl: "var(--shadow-3)",
  },
  respectReducedMotion: true,
  colors: { gray: grays, dark: darks },
  components: {
    Input: Input.extend({ styles: { wrapper: { "--input-height": "2.75rem" } as object } }),
    InputWrapper: Input.Wrapper.extend({
      styles: { label: { color: "var(--text)", fontWeight: 600, marginBottom: "var(--s-2)" } },
    }),
  },
});

// The tokens are pairs for light and dark themselves, so both schemes read the same names.
const colors = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-bright": "var(--text)",
  "--mantine-color-dimmed": "var(--text-3)",
  "--mantine-color-placeholder": "var(--text-3)",
  "--mantine-color-anchor": "var(--blue-text)",
  "--mantine-color-error": "var(--red-text)",
  "--mantine-color-disabled": "var(--raised)",
  "--mantine-color-disabled-color": "var(--text-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--raised)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--edge)",
  "--mantine-primary-color-filled": "var(--blue-fill)",
  "--mantine-primary-color-filled-hover": "var(--blue-fill-hover)",
  "--mantine-primary-color-light": "var(--blue-wash)",
  "--mantine-primary-color-light-color": "var(--blue-text)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: colors, dark: colors });
