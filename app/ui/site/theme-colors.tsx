// `--ground` of tokens.css, which a browser cannot read for its own surroundings.
const grounds = { light: "#f5f6f8", dark: "#1a1b1e" } as const;

/** The colors of the browser's surroundings: of the theme that was chosen, else of the system's. */
export function ThemeColors({ theme }: { theme: "light" | "dark" | undefined }) {
  return (
    <>
      <meta name="color-scheme" content={theme ?? "light dark"} />
      {theme ? <meta name="theme-color" content={grounds[theme]} /> : null}
      {theme ? null : <meta name="theme-color" content={grounds.light} media="(prefers-color-scheme: light)" />}
      {theme ? null : <meta name="theme-color" content={grounds.dark} media="(prefers-color-scheme: dark)" />}
    </>
  );
}
