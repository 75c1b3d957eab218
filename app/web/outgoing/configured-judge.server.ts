import type { Judge } from "~/domain/challenge/judge/port.server";
import { chatJudge } from "./chat-judge.server";

type Settings = {
  OPENROUTER_API_KEY?: string;
  JUDGE_URL?: string;
  JUDGE_KEY?: string;
  JUDGE_MODELS: string;
  JUDGE_CAREFUL_MODEL?: string;
  JUDGE_LEVELS: "PG" | "PG-13" | "R";
  JUDGE_DAILY_USD: number;
};

const OPENROUTER = "https://openrouter.ai/api/v1";
const levels = { PG: 1, "PG-13": 3, R: 7 };

/** The judge that the settings name: an endpoint of one’s own before OpenRouter. Null where neither is set: people judge. */
export function configuredJudge(settings: Settings): Judge | null {
  const { OPENROUTER_API_KEY, JUDGE_URL, JUDGE_KEY } = settings;
  if (!OPENROUTER_API_KEY && !JUDGE_URL) return null;
  const openRouter = !JUDGE_URL;
  const endpoint = { baseUrl: JUDGE_URL ?? OPENROUTER, key: JUDGE_KEY ?? OPENROUTER_API_KEY ?? null, openRouter };
  return chatJudge(endpoint, {
    provider: openRouter ? "OpenRouter" : new URL(JUDGE_URL).host,
    models: settings.JUDGE_MODELS.split(",")
      .map((model) => model.trim())
      .filter(Boolean),
    carefulModel: settings.JUDGE_CAREFUL_MODEL ?? null,
    levels: levels[settings.JUDGE_LEVELS],
    dailyMicroUsd: Math.round(settings.JUDGE_DAILY_USD * 1e6),
  });
}
