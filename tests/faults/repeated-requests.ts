import { Agent, request } from "node:http";
import { join } from "node:path";
import { closeDatabase, openDatabase, reader } from "~/db/client";
import { compareWithReplay } from "~/domain/crucible/rating/replaying.server";
import { auditDatabase } from "~/jobs/restore-audit";
import { startChild } from "./child-site";
import type { ChildSite } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { judgedSite } from "./judged-site";
import { inScratch } from "./scratch";

const JUDGES = 50;
const COPIES = 5;
const CONNECTIONS = 50;

/** Browsers that send again what they are not sure has arrived. */
export const repeatedRequests: Fault<{ votes: number }> = {
  name: "repeated-requests",
  bar: "votes each sent 5 × over 50 connections: exactly once; ratings equal a replay of the vote log",
  small: { votes: 150 },
  full: { votes: 10_000 },
  run: ({ votes }) => inScratch((folder) => perform(folder, votes)),
};

async function perform(folder: string, votes: number) {
  const { tokens, crucible } = await judgedSite(folder, JUDGES);
  const site = await startChild({ folder });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    await Promise.all(tokens.map((token) => judge(judgeClientOver(agent, site, crucible, token), votes / JUDGES)));
    ensure((await site.stop()) === 0, "it did not stop well");
  } finally {
    agent.destroy();
    if (site.process.exitCode === null) await site.kill();
  }
  const file = join(folder, "crucible.db");
  ensure((await auditDatabase(file)).ok, "unsound");
  openDatabase(file);
  const replay = await compareWithReplay(reader(), crucible);
  closeDatabase();
  ensure(replay.votes === votes, `${votes} votes were cast, ${replay.votes} are in the log`);
  ensure(replay.differences.length === 0, "ratings differ from a replay");
  return { votes, sent: votes * COPIES, connections: CONNECTIONS, counted: replay.votes, differences: 0 };
}

type Answer = { words: string; seat: { current: { token: string } | null } };
type JudgeClient = (fields: Record<string, string>) => Promise<Answer>;

async function judge(client: JudgeClient, votes: number) {
  let { seat } = await client({ intent: "sit" });
  for (let vote = 0; vote < votes; vote++) {
    ensure(seat.current, `no pair after ${vote} votes`);
    const form = { pair: seat.current.token, choice: vote % 2 === 0 ? "left" : "right" };
    const answers = await Promise.all(Array.from({ length: COPIES }, () => client(form)));
    seat = answers[0]!.seat;
  }
}

function judgeClientOver(agent: Agent, site: ChildSite, crucible: number, token: string): JudgeClient {
  const path = `/crucibles/${crucible}/judge/answers?_data=routes%2Fcrucible%2Fjudge-answers`;
  const headers = { origin: site.url, cookie: `session=${token}`, "content-type": "application/x-www-form-urlencoded" };
  return (fields) =>
    new Promise((resolve, reject) => {
      const asked = request(site.url + path, { method: "POST", agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const text = String(Buffer.concat(parts));
          if (answer.statusCode === 200) resolve(JSON.parse(text) as Answer);
          else reject(new Error(`${answer.statusCode}: ${text.slice(0, 200)}`));
        });
      });
      asked.on("error", reject);
      asked.end(new URLSearchParams(fields).toString());
    });
}
