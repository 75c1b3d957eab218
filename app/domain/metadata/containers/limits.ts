/** Most characters kept of one text, of all texts of a file, and most texts and chunks looked at. */
export const MAX_TEXT = 2_000_000;
export const MAX_TOTAL = 4_000_000;
export const MAX_ENTRIES = 500;
export const MAX_CHUNKS = 100_000;
