import { z } from "zod";
import { HASH_KINDS, RESOURCE_KINDS } from "~/domain/metadata/generation";

export const notJson = "This file isn’t valid JSON.";

const digits = { autov1: 8, autov2: 10, autov3: 12, sha256: 64, blake3: 64 } as const;

const hash = z
  .strictObject({
    type: z.enum(HASH_KINDS),
    hash: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]+$/),
  })
  .refine(({ type, hash }) => hash.length === digits[type], {
    path: ["hash"],
    error: "This hash has the wrong length for its type.",
  });

const version = z.strictObject({
  name: z.string().trim().max(200).default(""),
  baseModel: z.string().trim().max(100).optional(),
  publicId: z.number().int().positive().optional(),
  hashes: z.array(hash).max(50).default([]),
  files: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
});

const model = z.strictObject({
  kind: z.enum(RESOURCE_KINDS),
  name: z.string().trim().min(1).max(200),
  versions: z.array(version).min(1).max(500),
});

/** A file of models to import, as docs/models-import.md describes it. */
export const ModelsList = z.strictObject({ models: z.array(model).min(1).max(10_000) });

export type ModelsList = z.output<typeof ModelsList>;

/** Reads a file's text; words for a person when it is no such list. */
export function readModelsList(text: string) {
  try {
    const parsed = ModelsList.safeParse(JSON.parse(text));
    return parsed.success
      ? ({ ok: true, list: parsed.data } as const)
      : ({ ok: false, words: z.prettifyError(parsed.error) } as const);
  } catch {
    return { ok: false, words: notJson } as const;
  }
}
