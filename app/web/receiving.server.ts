import { UploadWords, limits } from "~/domain/media/schema";
import { withUpload } from "./upload.server";
import type { Arrived } from "./upload.server";

type Words = { level: number; alt: string };

/**
 * Reads an upload form for the library: the files as they arrived, and the level and description given for all of them.
 * `take` is called for one file after the other, and its answers come back with the files' names.
 */
export function receiveFiles<T>(request: Request, take: (file: Arrived, words: Words) => Promise<T>) {
  return withUpload(request, { fileBytes: limits.videoBytes, files: limits.filesAtOnce }, async (files, form) => {
    const words = UploadWords.safeParse(Object.fromEntries(form));
    if (!words.success) return { ok: false, message: words.error.issues[0]!.message } as const;
    if (files.length === 0) return { ok: false, message: "Choose at least one file." } as const;
    const results = [];
    for (const file of files) results.push({ name: file.name, ...(await take(file, words.data)) });
    return { ok: true, results } as const;
  });
}
