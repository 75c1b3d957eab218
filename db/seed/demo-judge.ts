import sharp from "sharp";
import type { Answer, Judge, Question } from "~/domain/challenge/judge/port.server";

const MODEL = "demo/drawn-up-judge";

/**
 * The judge of the demo: no language model, but it looks. The more color and contrast a picture has in its middle, the
 * better. Its words say whose they are.
 */
export const demoJudge: Judge = {
  provider: "the demo, on this machine",
  models: [MODEL],
  carefulModel: null,
  levels: 3,
  dailyMicroUsd: 1,
  ask: async (_, question) => ({ ...free, ok: true, value: await valueFor(question) }) satisfies Answer,
};

const free = { model: MODEL, generation: null, tokensIn: 0, tokensOut: 0, microUsd: 0 };

type Properties = Record<string, { properties?: Record<string, unknown> }>;

async function valueFor({ text, pictures, schema }: Question) {
  const properties = schema.properties as Properties;
  const looks = await Promise.all(pictures.map(lookAt));
  if (properties.better) {
    const [first, second] = looks as [Look, Look];
    return { why: "Demo judge: the one with more color.", better: first.worth >= second.worth ? "first" : "second" };
  }
  if (properties.reasons) return written(text);
  return reviewOf(looks[0]!, Object.keys(properties.scores!.properties!));
}

function written(text: string) {
  const places = text.match(/^Place \d+,/gm)?.length ?? 0;
  const reasons = ["Demo judge: the most color of all.", "Demo judge: nearly as much.", "Demo judge: a quiet third."];
  return {
    verdict: "Written by the demo’s drawn-up judge, which counts color and contrast and understands nothing.",
    reasons: Array.from({ length: places }, (_, at) => reasons[at] ?? "Demo judge: some color."),
  };
}

function reviewOf({ worth, hue }: Look, criteria: string[]) {
  const scores = Object.fromEntries(criteria.map((name, at) => [name, clamped(worth * 10 - at * 0.7)]));
  return {
    seen: `Demo judge: a picture mostly in ${hue}.`,
    text: "",
    addressesJudge: false,
    strengths: worth > 0.6 ? "Plenty of color." : "It holds together.",
    flaws: worth > 0.6 ? "Little restraint." : "It could do with more contrast.",
    scores,
  };
}

function clamped(score: number) {
  return Math.max(0, Math.min(10, Math.round(score)));
}

/** How much there is to see, 0 to 1, and in which color. */
type Look = { worth: number; hue: string };

async function lookAt(jpeg: Buffer): Promise<Look> {
  const { channels } = await sharp(jpeg).stats();
  const colors = channels.slice(0, 3);
  const contrast = colors.reduce((sum, { stdev }) => sum + stdev, 0) / colors.length;
  const means = colors.map(({ mean }) => mean);
  const color = Math.max(...means) - Math.min(...means);
  const worth = Math.min(1, (color + contrast) / 90);
  return { worth, hue: ["reds", "greens", "blues"][means.indexOf(Math.max(...means))]! };
}
