export function figure(number: number) {
  return number.toLocaleString("en");
}

/** "a, b and c". */
export function listed(words: string[]) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What somebody wrote, with a full stop unless it has an end of its own. */
export function stopped(words: string) {
  const plain = words.trim();
  return /[.!?…]$/.test(plain) ? plain : `${plain}.`;
}
