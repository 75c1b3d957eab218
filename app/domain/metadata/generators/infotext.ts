import { endOfString } from "./loose-json";

export type Settings = ReadonlyMap<string, string>;
export type Infotext = { prompt: string; negativePrompt: string; settings: Settings };

const NEGATIVE = "Negative prompt:";
const PARAMETERS_LINE = /^\s*(?:Steps: *\d|Civitai resources: *\[)/;
const KEY = /,?[^\S\n]*([^\s:,"{}[\]][^:,"{}[\]]{0,63}):[^\S\n]*/y;
const MAX_INFOTEXT = 1_000_000;
const MAX_LINE = 100_000;
const MAX_SETTINGS = 300;

/**
 * The text that AUTOMATIC1111's web UI and its many relatives write: the prompt, a negative prompt, and a last line of
 * settings. Null when there is no line of settings.
 */
export function parseInfotext(stored: string): Infotext | null {
  if (stored.length > MAX_INFOTEXT) return null;
  const text = stored.replace(/\r\n?/g, "\n");
  const lines = (unflattened(text) ?? text).split("\n");
  const last = lines.findLastIndex((line) => PARAMETERS_LINE.test(line));
  if (last < 0) return null;
  return { ...splitPrompts(lines.slice(0, last)), settings: parseSettings(settingsFrom(lines, last)) };
}

// Broken for width by some, the line goes on after a comma at its end.
function settingsFrom(lines: string[], first: number) {
  const end = lines.findIndex((line, i) => i >= first && !line.trimEnd().endsWith(","));
  return lines.slice(first, end < 0 ? lines.length : end + 1).join(" ");
}

// SD.Next and sd-dynamic-prompts keep what the prompts were made from on lines of their own.
function splitPrompts(lines: string[]) {
  const parts = { prompt: [] as string[], negative: [] as string[], template: [] as string[] };
  let part: keyof typeof parts = "prompt";
  for (const line of lines) {
    const start = line.trimStart();
    const opens = start.startsWith(NEGATIVE) && part !== "negative";
    if (opens) part = "negative";
    else if (/^(?:Negative )?Template:/i.test(start)) part = "template";
    parts[part].push(opens ? start.slice(NEGATIVE.length) : line);
  }
  return { prompt: parts.prompt.join("\n").trim(), negativePrompt: parts.negative.join("\n").trim() };
}

/**
 * `Key: value, Key: "quoted, value", Key: [json]` as a map. A comma that no key follows belongs to the value before
 * it.
 */
export function parseSettings(whole: string): Settings {
  const line = whole.slice(0, MAX_LINE);
  const settings = new Map<string, string>();
  let at = 0;
  for (let i = 0; i < MAX_SETTINGS; i++) {
    const key = keyAt(line, at);
    if (!key) break;
    const end = endOfValue(line, key.end);
    if (!settings.has(key.name)) settings.set(key.name, unquoted(line.slice(key.end, end).trim()));
    at = end;
  }
  return settings;
}

// Sites that keep metadata on one line leave "… Negative prompt: … Steps: 20, Sampler: …".
function unflattened(text: string) {
  if (/^[ \t]*(?:Steps: *\d|Civitai resources: *\[)/m.test(text)) return null;
  const steps = text.lastIndexOf("Steps: ");
  if (steps < 0 || !/^Steps: \d+, +[A-Z]/.test(text.slice(steps, steps + 40))) return null;
  const prompts = text.slice(0, steps);
  const negative = prompts.lastIndexOf(NEGATIVE);
  const head = negative < 0 ? prompts : `${prompts.slice(0, negative)}\n${prompts.slice(negative)}`;
  return `${head}\n${text.slice(steps)}`;
}

function keyAt(line: string, at: number) {
  KEY.lastIndex = at;
  const match = KEY.exec(line);
  return match ? { name: match[1]!.trim(), end: KEY.lastIndex } : null;
}

function endOfValue(line: string, start: number) {
  let end = endOfOneValue(line, start);
  while (end < line.length && !keyAt(line, end)) {
    const comma = line.indexOf(",", end + 1);
    end = comma < 0 ? line.length : comma;
  }
  return end;
}

function endOfOneValue(line: string, start: number) {
  const first = line[start] ?? "";
  const closed = first === '"' ? endOfString(line, start) : /[{[]/.test(first) ? endOfJson(line, start) : start;
  const comma = line.indexOf(",", closed);
  return comma < 0 ? line.length : comma;
}

/** The place after the brackets that open at `start`, or `start` when they never close. */
function endOfJson(line: string, start: number) {
  let depth = 0;
  for (let i = start; i < line.length; i++) {
    const letter = line[i]!;
    if (letter === '"') i = endOfString(line, i) - 1;
    else if (letter === "{" || letter === "[") depth++;
    else if ((letter === "}" || letter === "]") && --depth === 0) return i + 1;
  }
  return start;
}

function unquoted(value: string) {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.replace(/^"|"$/g, "");
  }
}
