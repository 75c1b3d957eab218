import { processSingleton } from "~/db/singleton";

type JudgeTask = "review" | "duel" | "write" | "eye-test";

export type Question = {
  task: JudgeTask;
  /** All that it is told. */
  text: string;
  /** JPEGs of at most 1024 px a side, in the order in which the text names them. */
  pictures: Buffer[];
  /** A JSON schema with `additionalProperties: false`: what the answer must look like. */
  schema: Record<string, unknown>;
};

export type Usage = { model: string; generation: string | null; tokensIn: number; tokensOut: number; microUsd: number };

/** `busy`: later (`retryAfterMs` when it said when). `refused`: it won’t look at this. `unpaid`, `unauthorized`: nothing works. */
export type AskFailure = "busy" | "timeout" | "malformed" | "refused" | "unauthorized" | "unpaid";

export type Answer =
  | ({ ok: true; value: unknown } & Usage)
  | ({ ok: false; reason: AskFailure; detail: string; retryAfterMs?: number } & Partial<Usage>);

/** A model that looks at pictures, reached however. `ask` never throws for what the other side does. */
export type Judge = {
  /** Who gets the pictures, for people: `OpenRouter`. */
  provider: string;
  /** In order of preference. */
  models: readonly string[];
  carefulModel: string | null;
  /** The content ratings that may be sent out. */
  levels: number;
  /** What may be spent in a UTC day, in millionths of a dollar. */
  dailyMicroUsd: number;
  ask: (model: string, question: Question) => Promise<Answer>;
};

const chosen: { judge: Judge | null } = processSingleton("challenge-judge", () => ({ judge: null }));

/** Said once, by the composition root; null where people judge. */
export function setJudge(judge: Judge | null) {
  chosen.judge = judge;
}

/** The model that judges; null where people do. */
export function theJudge() {
  return chosen.judge;
}

/** Who judges what is opened now. */
export function judgedBy(): "model" | "people" {
  return chosen.judge ? "model" : "people";
}
