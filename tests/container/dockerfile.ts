export type Step = { verb: string; words: string };
export type Stage = { name: string; from: string; steps: Step[] };

/** The stages of a Dockerfile with their instructions, in order; continued lines are one. */
export function stagesOf(text: string): Stage[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter(Boolean);
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, verb = "", words = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    const [from = "", , name] = words.split(/\s+/);
    if (verb === "FROM") stages.push({ name: name ?? "last", from, steps: [] });
    else stages.at(-1)!.steps.push({ verb, words });
  }
  return stages;
}

/** What the last of these instructions says; what an exec form says is read as the list it is. */
export function lastOf({ steps }: Stage, verb: string) {
  return steps.filter((step) => step.verb === verb).at(-1)?.words ?? "";
}

export function argumentsOf(words: string) {
  return JSON.parse(words.slice(words.indexOf("["))) as string[];
}

/** `NODE_ENV=production PORT=3000` as an object. */
export function variablesOf({ steps }: Stage) {
  const pairs = steps.filter(({ verb }) => verb === "ENV").flatMap(({ words }) => words.split(" "));
  return Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]));
}
