import { limits, tooManyBytes, tooManyFiles } from "~/domain/media/limits";
import { UploadFields } from "~/domain/media/schema";
import { fieldsOf } from "./form-fields.server";
import { withUpload } from "./upload.server";
import type { Arrived } from "./upload.server";

type Words = { level: number; alt: string };
type File = Arrived & { frame: string | null };

/**
 * Reads an upload form for the library: the files as they arrived, and the level and description given for all of them.
 * `take` is called for one file after the other, and its answers come back with the files' names. A page's script, which
 * sends each file by itself, adds a frame of a video as `poster`. `left` says so when there were more than are taken at once.
 */
export function receiveFiles<T>(request: Request, take: (file: File, words: Words) => Promise<T>) {
  return withUpload(
    request,
    { fileBytes: limits.videoBytes, files: limits.filesAtOnce + 1, fields: fieldsOf(UploadFields) },
    async (arrived, form, excess) => {
      if (excess === "bytes") return { ok: false, message: tooManyBytes, status: 413 } as const;
      const files = arrived.filter(({ field }) => field !== "poster");
      const poster = arrived.find(({ field, tooLarge }) => field === "poster" && !tooLarge);
      const frame = files.length === 1 && poster ? poster.path : null;
      const words = UploadFields.safeParse(Object.fromEntries(form));
      if (!words.success) return { ok: false, message: words.error.issues[0]!.message, status: 400 } as const;
      if (files.length === 0) return { ok: false, message: "Choose at least one file.", status: 400 } as const;
      const results = [];
      const taken = files.slice(0, limits.filesAtOnce);
      for (const file of taken) results.push({ name: file.name, ...(await take({ ...file, frame }, words.data)) });
      return { ok: true, results, left: excess || files.length > taken.length ? tooManyFiles : null } as const;
    },
  );
}
