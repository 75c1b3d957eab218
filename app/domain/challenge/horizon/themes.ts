export type Theme = { title: string; theme: string; invitation: string };

/** Themes of the site’s own, for suggestions. */
export const themes: readonly Theme[] = [];
