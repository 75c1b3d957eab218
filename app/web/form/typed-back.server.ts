/** Room for what a short form asks to be escaped, whatever was sent. */
const MIN_ROOM = 4096;
const ESCAPED: Record<string, number> = {
  "&": 5 + 6,
  "<": 4 + 6,
  ">": 4 + 6,
  '"': 6 + 2,
  "'": 6 + 1,
  "\\": 1 + 2,
  "\n": 1 + 2,
};

/**
 * What was typed, as far as it may be written back into the page: a page holds each text twice, once escaped as HTML and once as
 * JSON, and must not grow to more than twice what was sent. The longest fields are left out first.
 */
export function typedBack<T>(typed: Record<string, T>, sentBytes: number): Record<string, T> {
  const priced = Object.entries(typed).map(([name, value]) => ({ name, value, price: priceOf(value) }));
  priced.sort((a, b) => a.price - b.price);
  let room = Math.max(2 * sentBytes, MIN_ROOM);
  return Object.fromEntries(priced.filter(({ price }) => (room -= price) >= 0).map(({ name, value }) => [name, value]));
}

function priceOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + priceOf(one), 0);
  if (typeof value !== "string") return 0;
  let price = 0;
  for (const letter of value) price += ESCAPED[letter] ?? bytesOf(letter);
  return price;
}

function bytesOf(letter: string) {
  const code = letter.codePointAt(0)!;
  if (code < 32 || code === 0x2028 || code === 0x2029) return 1 + 6;
  return 2 * (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
}
