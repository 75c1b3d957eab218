/** How long an answer can be taken back, in milliseconds. */
export const UNDO_MS = 10_000;
