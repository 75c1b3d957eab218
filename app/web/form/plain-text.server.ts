/**
 * What was typed, as we keep it: a line ends with one character, as it was counted where it was typed, and there is no NUL,
 * which nobody can type and at which SQLite stops counting.
 */
export function plainText(typed: string) {
  return typed.replace(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll("\0", "");
}
