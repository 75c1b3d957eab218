/** How long an answer can be taken back, in milliseconds. */
export const TAKE_BACK_MS = 10_000;
