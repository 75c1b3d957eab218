import { pickIndex } from "~/domain/contest/random";
import type { Random } from "~/domain/contest/random";

const VALUES = [
  "",
  " ",
  "0",
  "1",
  "-1",
  "1e309",
  "NaN",
  "0x10",
  "1.5",
  "9007199254740993",
  "٣",
  "on",
  "null",
  "undefined",
  "[object Object]",
  "__proto__",
  "left",
  "skip",
  "sit",
  "undo",
  "user@example.com",
  "2026-02-30T25:61",
  "9999-12-31T23:59",
  "//evil.example",
  "/\\evil.example",
  "/crucibles",
  "../../etc/passwd",
  "javascript:alert(1)",
  "<script>alert(1)</script>",
  "'; DROP TABLE users; --",
  "%00",
  "\u0000",
  "\ud800",
  "\u202eabc",
  "👩‍👩‍👧‍👦",
  "a".repeat(101),
  "a".repeat(5000),
  "é".repeat(60_000),
  "\r\nset-cookie: session=x",
  '{"a":1}',
];
const TYPES = [
  "text/plain",
  "application/json",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "",
  "application/x-www-form-urlencoded; charset=utf-16",
];

type Odd = { body: BodyInit; headers: Record<string, string>; words: string };

/** A body for a POST that no page of ours would send, and how to say it in words. */
export function oddBody(random: Random, names: readonly string[]): Odd {
  const form = fields(random, names);
  const words = JSON.stringify(form.map(([name, value]) => [name, value.slice(0, 40)]));
  const dice = random();
  if (dice < 0.6) return { body: new URLSearchParams(form), headers: {}, words };
  if (dice < 0.9) return { body: multipart(form, random), headers: {}, words: `multipart ${words}` };
  const type = TYPES[pickIndex(random, TYPES.length)]!;
  return {
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": type },
    words: `as "${type}" ${words}`,
  };
}

function fields(random: Random, names: readonly string[]) {
  return Array.from(
    { length: pickIndex(random, 8) },
    () => [oneOf(random, names) + oddEnd(random), oneOf(random, VALUES)] as [string, string],
  );
}

// Names with paths in them are how forms say lists and objects.
function oddEnd(random: Random) {
  return random() < 0.85
    ? ""
    : oneOf(random, ["[]", "[0]", "[999999999]", ".__proto__.x", ".constructor", "[", "[a][b]"]);
}

function multipart(form: [string, string][], random: Random) {
  const body = new FormData();
  for (const [name, value] of form) {
    if (random() < 0.3) body.append(name, new Blob([value]), oneOf(random, ["a.png", "", "../../x", "a\u0000.webp"]));
    else body.append(name, value);
  }
  return body;
}

function oneOf<T>(random: Random, values: readonly T[]) {
  return values[pickIndex(random, values.length)]!;
}
