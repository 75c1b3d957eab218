import { z } from "zod";
import { filters, sorts } from "~/domain/crucible/discovery";
import { liveLeaderboard, resultsTable, shuffledEntries } from "~/domain/crucible/entry-lists.server";
import { findCrucibles } from "~/domain/crucible/finding.server";
import { logFile } from "~/domain/crucible/log/log-file.server";
import { placedEntry } from "~/domain/crucible/result-facts.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { packedFile } from "~/web/response/packed-file.server";
import { endpoint } from "./endpoint";
import {
  CrucibleDetail,
  CrucibleSummary,
  Entry,
  PlacedEntry,
  RankedEntry,
  detailOf,
  entryOf,
  placedOf,
  rankedOf,
  summaryOf,
} from "./crucible-shapes";
import { Id, Paging, page } from "./shapes";

const FindQuery = Paging.extend({
  status: z.enum(filters).default("active"),
  sort: z.enum(sorts).default("featured"),
  q: z.string().max(200).default(""),
  baseModel: z.coerce.number().int().positive().optional(),
});

const find = endpoint({
  method: "GET",
  path: "/crucibles",
  who: "anyone",
  scope: null,
  summary: "List crucibles",
  query: FindQuery,
  output: page(CrucibleSummary),
  run: async ({ viewer, query: { q, limit, ...query }, now }) => {
    const asked = { tab: "featured", words: q, ...query } as const;
    const { rows, next } = await findCrucibles({ asked, viewer, limit, now });
    return { ok: true, value: { items: rows.map(summaryOf), next } };
  },
});

const read = endpoint({
  method: "GET",
  path: "/crucibles/:id",
  who: "anyone",
  scope: null,
  summary: "Read a crucible",
  params: Id,
  output: CrucibleDetail,
  run: async ({ viewer, params }) => {
    const found = await viewCrucible(params.id, viewer);
    return found ? { ok: true, value: detailOf(found) } : { ok: false, reason: "not-found" };
  },
});

const entries = endpoint({
  method: "GET",
  path: "/crucibles/:id/entries",
  who: "anyone",
  scope: null,
  summary: "List a crucible’s entries",
  description: "In random order. Until the crucible ends, nothing tells whose an entry is.",
  params: Id,
  query: Paging,
  output: page(Entry),
  run: async ({ viewer, params, query }) => {
    if (!(await viewCrucible(params.id, viewer))) return { ok: false, reason: "not-found" };
    const { rows, next } = await shuffledEntries({ crucibleId: params.id, viewer, ...query });
    return { ok: true, value: { items: rows.map(entryOf), next } };
  },
});

const leaderboard = endpoint({
  method: "GET",
  path: "/crucibles/:id/leaderboard",
  who: "anyone",
  scope: null,
  summary: "Read the ranking of a crucible",
  description: "Live while it runs, without names; final once it has ended.",
  params: Id,
  query: Paging,
  output: page(RankedEntry),
  run: async ({ viewer, params, query }) => {
    if (!(await viewCrucible(params.id, viewer))) return { ok: false, reason: "not-found" };
    const asked = { crucibleId: params.id, viewer, ...query };
    const results = await resultsTable(asked);
    if (results.rows.length > 0) return { ok: true, value: { items: results.rows.map(rankedOf), next: results.next } };
    const live = await liveLeaderboard(asked);
    return { ok: true, value: { items: live.rows.map(rankedOf), next: live.next } };
  },
});

const entry = endpoint({
  method: "GET",
  path: "/entries/:id",
  who: "anyone",
  scope: null,
  summary: "Read an entry of an ended crucible",
  params: Id,
  output: PlacedEntry,
  run: async ({ viewer, params }) => {
    const found = await placedEntry(params.id, viewer);
    return found ? { ok: true, value: placedOf(found) } : { ok: false, reason: "not-found" };
  },
});

const log = endpoint({
  method: "GET",
  path: "/crucibles/:id/log",
  who: "anyone",
  scope: null,
  summary: "Download the public log of a completed crucible",
  description: "JSON Lines: one sealed row per line, enough to recount the result.",
  params: Id,
  outputType: "application/x-ndjson",
  refusals: { "logs-busy": { status: 503, title: "Too many logs are being prepared" } },
  run: async ({ viewer, params, request }) => {
    const crucible = await viewCrucible(params.id, viewer);
    if (crucible?.status !== "completed") return { ok: false, reason: "not-found" };
    const name = `crucible-${crucible.id}.jsonl`;
    const file = {
      name,
      type: "application/x-ndjson; charset=utf-8",
      tag: crucible.logHead ?? "",
      vary: "authorization" as const,
    };
    const response = await packedFile(request, file, () => logFile(crucible));
    return response ? { ok: true, response } : { ok: false, reason: "logs-busy", headers: { "retry-after": "60" } };
  },
});

export const crucibleEndpoints = [find, read, entries, leaderboard, log, entry];
