import { Cron } from "croner";
import { latestRuns, recordRun } from "~/db/job-runs";
import type { JobRun } from "~/db/job-runs";
import type { Job } from "./index";

type Options = {
  jobs: Job[];
  /** The site's clock, which says what is due. The timetable itself goes by the machine's. */
  clock: { now: () => Date };
  /** Replaces every job's own pattern; for tests. */
  schedule?: string;
  onRun: (run: JobRun, failure: unknown) => void;
};

/** Keeps the timetable: never two runs of a job at once, missed ones caught up now, a failure kept to its own job. */
export async function startJobs({ jobs, schedule, ...options }: Options) {
  const latest = await latestRuns();
  const kept = jobs.map((job) => keep(job, schedule ?? job.schedule, latest.get(job.name), options));
  return {
    /** No run begins any more; resolves when those under way are over. */
    async stop() {
      await Promise.all(kept.map((one) => one.stop()));
    },
  };
}

type Performing = Pick<Options, "clock" | "onRun">;

function keep(job: Job, pattern: string, latest: Date | undefined, options: Performing) {
  let underWay = Promise.resolve();
  const cron = new Cron(pattern, { timezone: "UTC", protect: true }, () => {
    const startedAt = new Date();
    underWay = perform(job, startedAt, due, options);
    due = cron.nextRun(startedAt);
    return underWay;
  });
  let due = latest ? cron.nextRun(latest) : new Date();
  if (due && due <= new Date()) void cron.trigger();
  return {
    stop() {
      cron.stop();
      return underWay;
    },
  };
}

async function perform({ name, run }: Job, startedAt: Date, due: Date | null, { clock, onRun }: Performing) {
  let failure: unknown = null;
  try {
    await run({ now: clock.now() });
  } catch (error) {
    failure = error;
  }
  const lateMs = Math.max(0, startedAt.getTime() - (due ?? startedAt).getTime());
  const done = { name, startedAt, finishedAt: new Date(), lateMs, error: failure === null ? null : String(failure) };
  onRun(done, failure);
  await recordRun(done).catch((error: unknown) => onRun({ ...done, error: String(error) }, error));
}
