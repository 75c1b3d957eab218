import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { CommentForm } from "~/domain/comment/schema";
import { writeComment } from "~/domain/comment/writing.server";
import { CrucibleTerms } from "~/domain/crucible/opening/terms";
import { openingRefusals, tooLittleBuzz } from "~/domain/crucible/crucible-messages";
import { filters, sorts } from "~/domain/crucible/discovery";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { withdrawEntry } from "~/domain/crucible/entering/withdrawing.server";
import { liveLeaderboard, resultsTable, shuffledEntries } from "~/domain/crucible/entry-lists.server";
import { findCrucibles } from "~/domain/crucible/finding.server";
import { openCrucible } from "~/domain/crucible/opening/opening.server";
import { placedEntry } from "~/domain/crucible/result-facts.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
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
import { Buzz, Id, Paging, page } from "./shapes";

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

const invalid = (title: string) => ({ status: 422, title }) as const;

const open = endpoint({
  method: "POST",
  path: "/crucibles",
  who: "person",
  scope: "create",
  summary: "Create a crucible",
  description: "The setup fee is charged to the wallet of the token’s owner.",
  movesBuzz: true,
  body: CrucibleTerms,
  output: z.object({ id: z.number().int() }),
  refusals: {
    ...Object.fromEntries(Object.keys(openingRefusals).map((reason) => [reason, invalid("These terms can’t be used")])),
    "in-debt": { status: 409, title: "You have a Buzz debt" },
    "too-little-buzz": { status: 409, title: "Not enough Buzz" },
  },
  run: ({ caller, body: terms, now, change }) =>
    change(async (tx) => {
      const logSalt = randomBytes(32).toString("hex");
      const opening = { creatorId: caller!.id, terms, requestKey: `api:${randomUUID()}`, logSalt, now };
      const done = await openCrucible(tx, opening);
      if (done.ok) return { ok: true, value: { id: done.crucibleId }, status: 201 };
      if (done.reason === "too-little-buzz") return { ok: false, reason: done.reason, detail: tooLittleBuzz(done) };
      return { ok: false, reason: done.reason, detail: openingRefusals[done.reason as keyof typeof openingRefusals] };
    }),
});

const enter = endpoint({
  method: "POST",
  path: "/crucibles/:id/entries",
  who: "person",
  scope: "create",
  summary: "Enter media from your library",
  description: "All of them or none. The entry fee is charged for each.",
  movesBuzz: true,
  params: Id,
  body: z.strictObject({ mediaIds: z.array(z.number().int().positive()).min(1).max(100) }),
  output: z.object({ entryIds: z.array(z.number().int()), paid: Buzz }),
  refusals: { "entry-refused": { status: 422, title: "Some of it can’t be entered" } },
  run: ({ caller, params, body, now, change }) =>
    change(async (tx) => {
      const asked = { entrantId: caller!.id, crucibleId: params.id, mediaIds: body.mediaIds, now };
      const done = await enterCrucible(tx, asked);
      if (!done) return { ok: false, reason: "not-found" };
      if (done.ok) return { ok: true, value: { entryIds: done.entryIds, paid: done.paid }, status: 201 };
      const errors = done.refusals.map(({ mediaId, detail }) => ({
        pointer: pointerTo(body.mediaIds, mediaId),
        detail,
      }));
      return { ok: false, reason: "entry-refused", errors };
    }),
});

function pointerTo(mediaIds: number[], mediaId: number | null) {
  return mediaId === null ? "" : `/mediaIds/${mediaIds.indexOf(mediaId)}`;
}

const withdraw = endpoint({
  method: "DELETE",
  path: "/entries/:id",
  who: "person",
  scope: "create",
  summary: "Withdraw an entry that has no votes yet",
  description: "The entry fee is refunded.",
  movesBuzz: true,
  params: Id,
  output: z.object({ refunded: Buzz }),
  refusals: {
    "already-judged": { status: 409, title: "The entry has votes" },
    disqualified: { status: 409, title: "The entry is disqualified" },
    "not-open": { status: 409, title: "The crucible isn’t running" },
  },
  run: ({ caller, params, now, change }) =>
    change(async (tx) => {
      const done = await withdrawEntry(tx, { entrantId: caller!.id, entryId: params.id, now });
      if (!done) return { ok: false, reason: "not-found" };
      return done.ok ? { ok: true, value: { refunded: done.refunded } } : { ok: false, reason: done.reason };
    }),
});

const comment = endpoint({
  method: "POST",
  path: "/crucibles/:id/comments",
  who: "person",
  scope: "create",
  summary: "Comment on a crucible",
  params: Id,
  body: CommentForm.pick({ body: true }),
  output: z.object({ id: z.number().int() }),
  run: ({ caller, viewer, params, body, now, change }) =>
    change(async (tx) => {
      const author = { ...viewer, id: caller!.id };
      const written = { author, subjectKind: "crucible", subjectId: params.id, body: body.body, now } as const;
      const done = await writeComment(tx, written);
      return done ? { ok: true, value: { id: done.commentId }, status: 201 } : { ok: false, reason: "not-found" };
    }),
});

export const crucibleEndpoints = [find, read, entries, leaderboard, entry, open, enter, withdraw, comment];
