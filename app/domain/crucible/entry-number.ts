/** What an entry is called: six digits out of its random key, which say nothing of when it came. */
export function entryNumber(key: string) {
  return 100_000 + (Number.parseInt(key.slice(0, 12), 16) % 900_000);
}
