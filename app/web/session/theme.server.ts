import { cookie, readCookie } from "./cookie.server";

/** What `data-theme` says; undefined leaves it to the system. People choose in their settings, guests by a cookie. */
export function chosenTheme(request: Request, user: { theme: string } | null): "light" | "dark" | undefined {
  const theme = user?.theme ?? readCookie(request, "theme");
  return theme === "light" || theme === "dark" ? theme : undefined;
}

export function themeCookie(theme: string) {
  return cookie("theme", theme, { maxAge: 365 * 86_400 });
}
