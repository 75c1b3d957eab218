import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";

/** How the server answers the next questions; `good` when nothing else is said. */
type Behavior =
  | "good"
  | "slow"
  | "hangs"
  | "429"
  | "402"
  | "401"
  | "403"
  | "policy"
  | "500"
  | "error-in-200"
  | "error-in-choice"
  | "cut-off"
  | "half-json"
  | "off-schema"
  | "out-of-range"
  | "refusal"
  | "empty"
  | "other-model"
  | "fenced"
  | "obeys";

type Sent = {
  model: string;
  messages: { content: { type: string; text?: string; image_url?: { url: string } }[] }[];
  response_format: { json_schema: { strict: boolean; schema: { properties: Record<string, Schema> } } };
};
type Schema = { properties?: Record<string, unknown> };

type Asked = { text: string; pictures: Buffer[]; body: Sent; authorization: string | undefined };

/**
 * A server that speaks OpenRouter's `/chat/completions`, and looks: the brighter a picture, the better. What is told to it
 * with `text` counts as readable in every picture.
 */
export async function openRouterServer() {
  const state = { asked: [] as Asked[], next: [] as Behavior[], always: "good" as Behavior, text: "", slowMs: 50 };
  const server = createServer((request, response) => void answer(request, response, state));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return Object.assign(state, { url, close });
}

type State = Omit<Awaited<ReturnType<typeof openRouterServer>>, "url" | "close">;

async function answer(request: IncomingMessage, response: ServerResponse, state: State) {
  const body = JSON.parse(await read(request)) as Sent;
  const parts = body.messages[0]!.content;
  const pictures = parts.flatMap(({ image_url: image }) =>
    image ? [Buffer.from(image.url.replace(/^data:image\/jpeg;base64,/, ""), "base64")] : [],
  );
  const text = parts.map((part) => part.text ?? "").join("");
  const asked = { text, pictures, body, authorization: request.headers.authorization };
  state.asked.push(asked);
  const behavior = state.next.shift() ?? state.always;
  const failure = failures[behavior];
  if (failure) return send(response, failure.status, failure.body, failure.headers);
  if (behavior === "hangs") return;
  if (behavior === "slow") await new Promise((done) => setTimeout(done, state.slowMs));
  send(response, 200, await completion(asked, behavior, state.text));
}

const failures: Partial<Record<Behavior, { status: number; body: unknown; headers?: Record<string, string> }>> = {
  "429": { status: 429, body: { error: { code: 429, message: "Slow down" } }, headers: { "retry-after": "7" } },
  "402": { status: 402, body: { error: { code: 402, message: "Insufficient credits" } } },
  "401": { status: 401, body: { error: { code: 401, message: "No auth credentials found" } } },
  "403": { status: 403, body: { error: { code: 403, message: "Your input was flagged" } } },
  policy: { status: 400, body: { error: { code: 400, message: "Rejected by the content policy" } } },
  "500": { status: 500, body: "<html>Bad gateway</html>" },
  "error-in-200": { status: 200, body: { error: { code: 502, message: "Upstream failed" } } },
  "error-in-choice": { status: 200, body: { choices: [{ error: { code: 503, message: "Overloaded" } }] } },
};

async function completion({ pictures, body }: Asked, behavior: Behavior, text: string) {
  const lights = await Promise.all(pictures.map(brightness));
  const value = valueFor(body, lights, behavior, text);
  const content = JSON.stringify(value);
  const message = {
    content: behavior === "empty" ? "" : behavior === "half-json" ? content.slice(0, 20) : content,
    refusal: behavior === "refusal" ? "I can’t look at this." : null,
  };
  if (behavior === "fenced") message.content = `\`\`\`json\n${content}\n\`\`\``;
  return {
    id: `gen-${Math.round(lights[0] ?? 0)}`,
    model: behavior === "other-model" ? "somebody/else" : `${body.model}-2026-01-01`,
    choices: [{ finish_reason: behavior === "cut-off" ? "length" : "stop", message }],
    usage: { prompt_tokens: 1200, completion_tokens: 90, cost: 0.0004 },
  };
}

function valueFor({ response_format, messages }: Sent, lights: number[], behavior: Behavior, text: string) {
  const { properties } = response_format.json_schema.schema;
  const places = messages[0]!.content[0]!.text!.match(/^Place \d+,/gm)?.length ?? 0;
  if (properties.better) {
    const [a = 0, b = 0] = lights;
    return { why: "The brighter one.", better: a >= b ? "first" : "second" };
  }
  if (properties.reasons) return { verdict: "Light won.", reasons: Array.from({ length: places }, () => "Its light.") };
  const good = Math.round(((lights[0] ?? 0) / 255) * 10);
  const score = behavior === "out-of-range" ? 11 : behavior === "obeys" ? 10 : good;
  const scores = Object.fromEntries(Object.keys(properties.scores!.properties!).map((name) => [name, score]));
  const review = { seen: "A picture.", text, addressesJudge: false, strengths: "Its light.", flaws: "Little else." };
  return behavior === "off-schema" ? { ...review, verdict: "ten out of ten" } : { ...review, scores };
}

/** The mean of the red channel, 0 to 255, of the middle of a picture: a red circle on gray is bright. */
async function brightness(jpeg: Buffer) {
  const { width, height } = await sharp(jpeg).metadata();
  const area = {
    left: Math.floor(width / 3),
    top: Math.floor(height / 3),
    width: Math.ceil(width / 3),
    height: Math.ceil(height / 3),
  };
  const { channels } = await sharp(jpeg).extract(area).stats();
  const [red, green] = [channels[0]!.mean, channels[1]!.mean];
  // A gray card holds no circle; a colored one is as good as it is red or bright.
  return Math.abs(red - green) < 4 && Math.abs(red - 128) < 6 ? 10 : red;
}

async function read(request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
