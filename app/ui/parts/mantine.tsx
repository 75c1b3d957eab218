import { MantineProvider } from "@mantine/core";
import type { MantineColorSchemeManager } from "@mantine/core";
import type { ReactNode } from "react";
import { cssVariables, theme } from "./theme";

/** Around the routes with rich inputs, which alone pay for Mantine; they also link mantine.css. */
export function RichInputs({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={followPage}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}

let observer: MutationObserver | undefined;

/** The page's own data-theme decides; without one, the system. */
const followPage: MantineColorSchemeManager = {
  get: (fallback) => chosen() ?? fallback,
  set: () => undefined,
  clear: () => undefined,
  subscribe(onUpdate) {
    observer = new MutationObserver(() => onUpdate(chosen() ?? "auto"));
    observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  },
  unsubscribe: () => observer?.disconnect(),
};

function chosen() {
  if (typeof document === "undefined") return undefined;
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : undefined;
}
