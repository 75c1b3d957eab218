import { z } from "zod";
import type { Answer, AskFailure, Judge, Question, Usage } from "~/domain/challenge/judge/port.server";
import { send } from "./sender.server";
import type { Sent } from "./sender.server";

const TIME_LIMIT_MS = 60_000;
const LARGEST_ANSWER = 512 * 1024;
const MOST_TOKENS = 4000;

export type ChatEndpoint = {
  /** Up to and without `/chat/completions`. */
  baseUrl: string;
  key: string | null;
  /** Whether it is OpenRouter, which is told to keep nothing and to answer in the form asked for. */
  openRouter: boolean;
  timeLimitMs?: number;
};

/** Asks a model over `/chat/completions`, as OpenRouter and all that imitate OpenAI speak it. Never throws. */
export function chatJudge(endpoint: ChatEndpoint, rest: Omit<Judge, "ask">): Judge {
  return { ...rest, ask: async (model, question) => answerOf(await post(endpoint, model, question), model) };
}

function post(
  { baseUrl, key, openRouter, timeLimitMs = TIME_LIMIT_MS }: ChatEndpoint,
  model: string,
  question: Question,
) {
  return send({
    url: `${baseUrl.replace(/\/+$/, "")}/chat/completions`,
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify(bodyOf(model, question, openRouter)),
    trust: "operator",
    timeLimitMs,
    largestAnswer: LARGEST_ANSWER,
  });
}

function bodyOf(model: string, { text, pictures, schema }: Question, openRouter: boolean) {
  const images = pictures.map((jpeg) => ({
    type: "image_url",
    image_url: { url: `data:image/jpeg;base64,${jpeg.toString("base64")}` },
  }));
  const own = { usage: { include: true }, provider: { require_parameters: true, data_collection: "deny" } };
  return {
    model,
    max_tokens: MOST_TOKENS,
    messages: [{ role: "user", content: [{ type: "text", text }, ...images] }],
    response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } },
    ...(openRouter ? own : {}),
  };
}

const Fault = z.object({ code: z.union([z.number(), z.string()]).nullish(), message: z.string().nullish() });
const Choice = z.object({
  error: Fault.nullish(),
  finish_reason: z.string().nullish(),
  message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
});
const Completion = z.object({
  id: z.string().nullish(),
  model: z.string().nullish(),
  error: Fault.nullish(),
  choices: z.array(Choice).nullish(),
  usage: z
    .object({
      prompt_tokens: z.number().nullish(),
      completion_tokens: z.number().nullish(),
      /** OpenRouter: in dollars. */
      cost: z.number().nullish(),
    })
    .nullish(),
});

/** What an answer amounts to. A 200 may hold an error, a refusal, or half an answer. */
function answerOf(sent: Sent, asked: string): Answer {
  if (!sent.ok) return failed(sent.reason === "timeout" ? "timeout" : "busy", sent.detail);
  const read = Completion.safeParse(parsed(sent.body.toString("utf8")));
  if (sent.status !== 200) return statusFailure(sent, read.success ? read.data.error : null);
  if (sent.cut || !read.success) return failed("malformed", "The answer is not a completion.");
  const { data } = read;
  const usage = usageOf(data, asked);
  const choice = data.choices?.[0];
  const fault = data.error ?? choice?.error;
  if (fault) return failed(reasonOf(Number(fault.code) || 500, fault.message), fault.message ?? "An error.", usage);
  return { ...contentOf(choice, usage) };
}

type Completed = z.output<typeof Completion>;

function contentOf(choice: z.output<typeof Choice> | undefined, usage: Usage): Answer {
  if (choice?.message?.refusal) return failed("refused", choice.message.refusal, usage);
  if (choice?.finish_reason === "content_filter") return failed("refused", "Filtered.", usage);
  if (choice?.finish_reason === "length") return failed("malformed", "The answer was cut off.", usage);
  const value = parsed(choice?.message?.content ?? "");
  return value === undefined ? failed("malformed", "The answer is not JSON.", usage) : { ok: true, value, ...usage };
}

function usageOf({ id, model, usage }: Completed, asked: string): Usage {
  return {
    model: model ?? asked,
    generation: id ?? null,
    tokensIn: Math.max(0, Math.round(usage?.prompt_tokens ?? 0)),
    tokensOut: Math.max(0, Math.round(usage?.completion_tokens ?? 0)),
    microUsd: Math.max(0, Math.round((usage?.cost ?? 0) * 1e6)),
  };
}

function statusFailure(sent: Extract<Sent, { ok: true }>, fault: z.output<typeof Fault> | null | undefined) {
  const reason = reasonOf(sent.status, fault?.message);
  const after = retryAfterMs(sent.headers["retry-after"]);
  return {
    ...failed(reason, fault?.message ?? `Status ${sent.status}.`),
    ...(after === null ? {} : { retryAfterMs: after }),
  };
}

function reasonOf(status: number, message: string | null | undefined): AskFailure {
  if (status === 401) return "unauthorized";
  if (status === 402) return "unpaid";
  if (status === 403 || (status === 400 && /polic|moderat|flagged|safety|content/i.test(message ?? "")))
    return "refused";
  return status === 408 || status === 429 || status >= 500 ? "busy" : "malformed";
}

/** Seconds, or a date; at most an hour. */
function retryAfterMs(header: string | undefined) {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(3_600_000, Math.max(1000, ms)) : null;
}

function failed(reason: AskFailure, detail: string, usage: Partial<Usage> = {}): Answer {
  return { ok: false, reason, detail: detail.slice(0, 200), ...usage };
}

/** JSON, also where a model puts it in a fence; undefined for anything else. */
function parsed(text: string): unknown {
  const [, fenced] = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text) ?? [];
  try {
    return JSON.parse(fenced ?? text) as unknown;
  } catch {
    return undefined;
  }
}
