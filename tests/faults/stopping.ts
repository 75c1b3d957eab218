import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child-site";
import type { ChildSite } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch } from "./scratch";
import { signUp } from "./visitor";

/** A new version takes over while people click: over connections that stay open, as those of a proxy do. */
export const stopping: Fault<{ trials: number; clients: number }> = {
  name: "stopping",
  bar: "SIGTERM among 50 clients that never pause: whatever was sent before is answered, and it ends by itself with 0",
  small: { trials: 1, clients: 50 },
  full: { trials: 20, clients: 50 },
  async run({ trials, clients }) {
    const reached = [];
    for (let trial = 0; trial < trials; trial++) reached.push(await inScratch((folder) => perform(folder, clients)));
    const seconds = Math.max(...reached.map((one) => one.seconds));
    return {
      trials,
      answered: reached.reduce((all, one) => all + one.answered, 0),
      underWay: reached.map((one) => one.underWay),
      lost: 0,
      seconds,
    };
  },
};

async function perform(folder: string, clients: number) {
  const site = await startChild({ folder });
  const person = await signUp(site.url);
  const cookie = person
    .cookies()
    .map((pair) => pair.join("="))
    .join("; ");
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const run = { answered: 0, connected: 0, underWay: 0, lost: [] as string[], stopped: false };
  const clicking = Array.from({ length: clients }, () => click(site, { agent, cookie }, run));
  while (run.connected < clients && run.lost.length === 0) await sleep(5);
  const startedAt = performance.now();
  run.stopped = true;
  const code = await site.stop();
  await Promise.all(clicking);
  agent.destroy();
  ensure(
    run.lost.length === 0,
    `${run.lost.length} were sent before the end and never answered, ${run.answered} were: ${run.lost[0]}`,
  );
  ensure(code === 0, `it ended with ${code}: ${site.said()}`);
  return { answered: run.answered, underWay: run.underWay, seconds: Math.round(performance.now() - startedAt) / 1000 };
}

type Run = { answered: number; connected: number; underWay: number; lost: string[]; stopped: boolean };
type Client = { agent: Agent; cookie: string };

/** One form after the other, until nobody answers any more. */
async function click(site: ChildSite, client: Client, run: Run) {
  for (let sent = 1; ; sent++) {
    const { status, sentBefore } = await send(site, client, run);
    if (status === "303") run.answered += 1;
    if (sent === 4) run.connected += 1;
    if (sentBefore && run.stopped) run.underWay += 1;
    if (sentBefore && status !== "303") run.lost.push(status);
    if (status !== "303") return;
  }
}

function send({ port, url }: ChildSite, { agent, cookie }: Client, run: Run) {
  return new Promise<{ status: string; sentBefore: boolean }>((resolve) => {
    let sentBefore = false;
    const headers = {
      host: new URL(url).host,
      origin: url,
      cookie,
      "content-type": "application/x-www-form-urlencoded",
    };
    const asking = request(
      { agent, host: "127.0.0.1", port, path: "/settings/theme", method: "POST", headers },
      (answer) => {
        answer.resume().on("end", () => resolve({ status: String(answer.statusCode), sentBefore }));
        answer.on("error", (error) => resolve({ status: error.message, sentBefore }));
      },
    );
    asking.on("finish", () => (sentBefore = !run.stopped && !asking.socket?.connecting));
    asking.on("error", (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? error.message, sentBefore }));
    asking.end("theme=dark");
  });
}
