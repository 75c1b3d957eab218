import { createHash, timingSafeEqual } from "node:crypto";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { processSingleton } from "~/db/singleton";
import { isLoopback } from "../request/address.server";
import { env } from "./env.server";

/** What /metrics shows. Figures that live in the database are asked for when somebody looks. */
export const metrics = processSingleton("metrics", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { registry, ...requestMetrics([registry]), ...jobMetrics([registry]) };
});

function requestMetrics(registers: Registry[]) {
  return {
    requests: new Counter({
      name: "crucible_requests_total",
      help: "Requests answered",
      labelNames: ["method", "status"],
      registers,
    }),
    seconds: new Histogram({
      name: "crucible_request_seconds",
      help: "Response time",
      labelNames: ["kind"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    slowQueries: new Counter({ name: "crucible_slow_queries_total", help: "Slow queries", registers }),
  };
}

function jobMetrics(registers: Registry[]) {
  return {
    jobRuns: new Counter({
      name: "crucible_job_runs_total",
      help: "Job runs",
      labelNames: ["job", "outcome"],
      registers,
    }),
    jobLateness: new Gauge({
      name: "crucible_job_late_seconds",
      help: "How late the latest run started",
      labelNames: ["job"],
      registers,
    }),
  };
}

/** Whoever knows the token, where one is set; else only this machine itself, and not a proxy on it. */
export function canReadMetrics(request: Request, address: string) {
  const token = env().METRICS_TOKEN;
  if (token) return sameText(request.headers.get("authorization") ?? "", `Bearer ${token}`);
  return isLoopback(address) && !request.headers.has("x-forwarded-for") && !request.headers.has("fly-client-ip");
}

export async function readMetrics() {
  return new Response(await metrics.registry.metrics(), { headers: { "content-type": metrics.registry.contentType } });
}

function sameText(a: string, b: string) {
  const [one, other] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(one!, other!);
}

type Figure = { help: string; label?: string; read: () => number | [label: string, value: number][] };

/** Adds gauges that are read again each time: one figure, or one for each value of a label. */
export function addGauges(figures: Record<string, Figure>) {
  for (const [name, { help, label, read }] of Object.entries(figures)) {
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [metrics.registry],
      collect() {
        const found = read();
        if (typeof found === "number") this.set(found);
        else for (const [one, value] of found) this.set({ [label!]: one }, value);
      },
    });
  }
}
