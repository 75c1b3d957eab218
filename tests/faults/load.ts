import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child-site";
import { must, percentile } from "./fault";
import type { Fault } from "./fault";
import { judgedSite } from "./judged-site";
import { inScratch } from "./scratch";
import { visitor } from "./visitor";

const JUDGES = 60;

type Size = { seconds: number; votesPerSecond: number; pagesPerSecond: number; p99: number };

/** A crowd judges while others look around. Only the full size has an eye on the time it takes. */
export const load: Fault<Size> = {
  name: "load",
  bar: "200 votes/s mixed with page views for 10 min: p99 < 100 ms, 0 errors",
  small: { seconds: 4, votesPerSecond: 40, pagesPerSecond: 5, p99: 10_000 },
  full: { seconds: 600, votesPerSecond: 200, pagesPerSecond: 20, p99: 100 },
  run: (size) => inScratch((folder) => perform(folder, size)),
};

type Person = ReturnType<typeof visitor>;

async function perform(folder: string, { seconds, votesPerSecond, pagesPerSecond, p99 }: Size) {
  const { tokens, crucible } = await judgedSite(folder, JUDGES + 1);
  const site = await startChild({ folder, settings: { JOB_SCHEDULE: "*/10 * * * * *" } });
  const times = { vote: [] as number[], page: [] as number[] };
  const errors: string[] = [];
  async function timed(kind: "vote" | "page", ask: () => Promise<Response>) {
    const startedAt = performance.now();
    const answer = await ask().catch((error: Error) => error);
    if (answer instanceof Error || answer.status >= 400) errors.push(answer instanceof Error ? String(answer.cause) : `${kind} ${answer.status}`);
    const body = answer instanceof Error ? "" : await answer.text();
    times[kind].push(performance.now() - startedAt);
    return body;
  }
  async function judge(person: Person, offset: number, until: number) {
    const path = `/crucibles/${crucible}/judge/answers?_data=routes%2Fjudge-answers`;
    let seat = JSON.parse(await (await person.post(path, { intent: "sit" })).text()) as Seat;
    const each = (1000 * JUDGES) / votesPerSecond;
    for (let at = Date.now() + offset * each; at < until; at += each) {
      await sleep(at - Date.now());
      const pair = seat.seat?.current?.token;
      must(pair, `no pair to judge: ${JSON.stringify(seat).slice(0, 200)}`);
      seat = JSON.parse((await timed("vote", () => person.post(path, { pair, choice: Math.random() < 0.5 ? "left" : "right" }))) || "{}") as Seat;
    }
  }
  async function look(person: Person, until: number) {
    const paths = ["/crucibles", `/crucibles/${crucible}`, `/crucibles/${crucible}/leaderboard`, `/crucibles/${crucible}/judge`];
    const looking = [];
    for (let n = 0, at = Date.now(); at < until; n++, at += 1000 / pagesPerSecond) {
      await sleep(at - Date.now());
      looking.push(timed("page", () => person.get(paths[n % paths.length]!)));
    }
    await Promise.all(looking);
  }
  try {
    const people = tokens.map((token) => visitor(site.url, `session=${token}`));
    await look(people[0]!, Date.now() + 1000); // the first of anything is slow
    times.page.length = 0;
    const until = Date.now() + seconds * 1000;
    await Promise.all([look(people[0]!, until), ...people.slice(1).map((person, i) => judge(person, i / JUDGES, until))]);
    const reached = figures(times);
    must(errors.length === 0, `${errors.length} errors: ${errors.slice(0, 5).join(", ")}`);
    must(reached.vote.p99 < p99 && reached.page.p99 < p99, `too slow: ${JSON.stringify(reached)}`);
    return { ...reached, votesPerSecond: Math.round(times.vote.length / seconds), errors: 0 };
  } finally {
    await site.kill();
  }
}

type Seat = { seat?: { current?: { token: string } } };

function figures({ vote, page }: { vote: number[]; page: number[] }) {
  const of = (times: number[]) => ({ count: times.length, p50: ms(percentile(times, 0.5)), p99: ms(percentile(times, 0.99)), worst: ms(percentile(times, 1)) });
  return { vote: of(vote), page: of(page) };
}

function ms(time: number) {
  return Math.round(time * 10) / 10;
}
