import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child-site";
import { ensure, percentile } from "./fault";
import type { Fault } from "./fault";
import { judgedSite } from "./judged-site";
import { inScratch } from "./scratch";
import { steadyVisitor, textOf } from "./steady-visitor";
import type { Answer, SteadyVisitor } from "./steady-visitor";

const JUDGES = 60;

type Size = { seconds: number; votesPerSecond: number; pagesPerSecond: number; p99: number };

/**
 * A crowd judges while others look around. Jobs run by the site's own timetable: all once at the start, none having run
 * before, and then each when it is due; a nightly one once more if the run falls into its hour. Only the full size has an
 * eye on time.
 */
export const load: Fault<Size> = {
  name: "load",
  bar: "200 votes/s mixed with page views for 10 min: p99 < 100 ms, 0 errors",
  small: { seconds: 4, votesPerSecond: 40, pagesPerSecond: 5, p99: 60_000 },
  full: { seconds: 600, votesPerSecond: 200, pagesPerSecond: 20, p99: 100 },
  run: (size) => inScratch((folder) => perform(folder, size)),
};

async function perform(folder: string, size: Size) {
  const { tokens, crucible } = await judgedSite(folder, JUDGES + 1);
  const site = await startChild({ folder });
  const [onlooker, ...judges] = tokens.map((token) => steadyVisitor(site.url, `session=${token}`));
  try {
    await crowd(crucible, onlooker!, judges, { ...size, seconds: 1 }); // the first of anything is slow
    const before = await processorSeconds(onlooker!);
    const { times, errors } = await crowd(crucible, onlooker!, judges, size);
    const reached = { ...figures(times), ...cost(times, (await processorSeconds(onlooker!)) - before) };
    ensure(errors.length === 0, `${errors.length} errors: ${errors.slice(0, 5).join(", ")}`);
    ensure(reached.vote.p99 < size.p99 && reached.page.p99 < size.p99, `too slow: ${JSON.stringify(reached)}`);
    return { ...reached, votesPerSecond: Math.round(times.vote.length / size.seconds), errors: 0 };
  } finally {
    await site.kill();
  }
}

type Times = Record<"vote" | "page", number[]>;

async function crowd(
  crucible: number,
  onlooker: SteadyVisitor,
  judges: SteadyVisitor[],
  { seconds, votesPerSecond, pagesPerSecond }: Size,
) {
  const [until, each] = [Date.now() + seconds * 1000, (1000 * JUDGES) / votesPerSecond];
  const times: Times = { vote: [], page: [] };
  const errors: string[] = [];
  async function timed(kind: keyof Times, asking: Promise<Answer>) {
    const startedAt = performance.now();
    const answer = await asking.catch((error: Error) => error);
    times[kind].push(performance.now() - startedAt);
    if (answer instanceof Error || answer.status >= 400)
      errors.push(`${kind} ${answer instanceof Error ? answer : answer.status}`);
    return answer instanceof Error ? null : answer;
  }
  async function judge(person: SteadyVisitor, nth: number) {
    const path = `/crucibles/${crucible}/judge/answers?_data=routes%2Fcrucible%2Fjudge-answers`;
    let pair = pairIn(await person.post(path, { intent: "sit" }));
    for (let at = Date.now() + (nth / JUDGES) * each; at < until; at += each) {
      await sleep(at - Date.now());
      const answer = await timed("vote", person.post(path, { pair, choice: Math.random() < 0.5 ? "left" : "right" }));
      pair = answer ? pairIn(answer) : pair;
    }
  }
  async function look() {
    const looking = [];
    const paths = [
      "/crucibles",
      `/crucibles/${crucible}`,
      `/crucibles/${crucible}/leaderboard`,
      `/crucibles/${crucible}/judge`,
    ];
    for (let n = 0, at = Date.now(); at < until; n++, at += 1000 / pagesPerSecond) {
      await sleep(at - Date.now());
      looking.push(timed("page", onlooker.get(paths[n % paths.length]!)));
    }
    await Promise.all(looking);
  }
  await Promise.all([look(), ...judges.map(judge)]);
  return { times, errors };
}

function pairIn(answer: Answer) {
  const { seat } = JSON.parse(textOf(answer)) as { seat?: { current?: { token: string } } };
  ensure(seat?.current, `no pair to judge: ${textOf(answer).slice(0, 200)}`);
  return seat.current.token;
}

/** What the site's process has used so far, all its threads together. */
async function processorSeconds(person: SteadyVisitor) {
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(textOf(await person.get("/metrics")))![1]);
}

function figures({ vote, page }: Times) {
  const of = (times: number[]) => ({
    count: times.length,
    p50: ms(percentile(times, 0.5)),
    p99: ms(percentile(times, 0.99)),
    worst: ms(percentile(times, 1)),
  });
  return { vote: of(vote), page: of(page) };
}

/** Tells a slow site from a busy machine: the site's own processor time, in all and in milliseconds for each request. */
function cost({ vote, page }: Times, seconds: number) {
  return { cpuSeconds: ms(seconds), cpuMsPerRequest: ms((1000 * seconds) / (vote.length + page.length)) };
}

function ms(time: number) {
  return Math.round(time * 10) / 10;
}
