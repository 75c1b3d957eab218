import { z } from "zod";
import { uploadRefusals } from "~/domain/media/limits";
import type { UploadRefusal } from "~/domain/media/limits";
import { mediaDetail, mediaIdOf } from "~/domain/media/detail.server";
import { library } from "~/domain/media/library.server";
import { upload } from "~/domain/media/uploading.server";
import { receiveFiles } from "~/web/form/receiving.server";
import { endpoint } from "./endpoint";
import { Id, Instant, Media, MediaKey, Paging, Person, mediaOf, numberAfter, page } from "./shapes";

const Detail = Media.extend({
  owner: Person,
  createdAt: Instant,
  generation: z
    .object({
      generator: z.string().nullable(),
      baseModel: z.string().nullable(),
      prompt: z.string().nullable(),
      negativePrompt: z.string().nullable(),
    })
    .nullable(),
});

const read = endpoint({
  method: "GET",
  path: "/media/:key",
  who: "anyone",
  scope: null,
  summary: "Read a media item",
  params: MediaKey,
  output: Detail,
  run: async ({ viewer, params }) => {
    const found = await mediaDetail(viewer, await mediaIdOf(params.key));
    if (!found) return { ok: false, reason: "not-found" };
    return {
      ok: true,
      value: {
        ...mediaOf(found),
        owner: found.owner,
        createdAt: found.createdAt.toISOString(),
        generation: found.generation,
      },
    };
  },
});

const own = endpoint({
  method: "GET",
  path: "/media",
  who: "person",
  scope: "read",
  summary: "List your library, newest first",
  query: Paging,
  output: page(Media.extend({ id: z.number().int(), fileName: z.string(), createdAt: Instant })),
  run: async ({ caller, query }) => {
    const { items, next } = await library(caller!.id, { before: numberAfter(query.after), limit: query.limit });
    const rows = items.map((item) => ({
      ...mediaOf(item),
      id: item.id,
      fileName: item.fileName,
      createdAt: item.createdAt.toISOString(),
    }));
    return { ok: true, value: { items: rows, next: next === null ? null : String(next) } };
  },
});

const add = endpoint({
  method: "POST",
  path: "/media",
  who: "person",
  scope: "create",
  summary: "Upload media to your library",
  description: "One file. `level` is its content rating: 1 PG, 2 PG-13, 4 R, 8 X, 16 XXX.",
  bodyType: "files",
  body: z.object({
    file: z.string().meta({ format: "binary", contentMediaType: "application/octet-stream" }),
    level: z.enum(["1", "2", "4", "8", "16"]),
    alt: z.string().max(500).optional(),
  }),
  output: Id,
  refusals: Object.fromEntries(
    Object.entries(uploadRefusals).map(([reason, title]) => [`upload-${reason}`, { status: 422, title }] as const),
  ),
  run: async ({ caller, request, now }) => {
    const done = await receiveFiles(request, (arrival, words) =>
      upload({ ownerId: caller!.id, arrival, ...words, now }),
    );
    if (!done.ok)
      return { ok: false, reason: done.status === 413 ? "too-large" : "invalid-request", detail: done.message };
    const [first] = done.results;
    if (first?.ok) return { ok: true, value: { id: first.mediaId }, status: 201 };
    return { ok: false, reason: `upload-${first!.reason as UploadRefusal}` };
  },
});

export const mediaEndpoints = [own, add, read];
