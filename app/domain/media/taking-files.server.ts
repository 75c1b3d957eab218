import { tooManyFiles, uploadRefusals } from "./limits";
import { UploadFields } from "./schema";
import { upload } from "./uploading.server";

/** A file that arrived with a form. */
type Arrived = Parameters<typeof upload>[0]["arrival"] & { name: string };

/** Puts a file into a person's library as a cover, or says what is wrong with it, as a mistake of the field `cover`. */
export async function takeCover(ownerId: number, arrival: Arrived, typed: Record<string, unknown>, now: Date) {
  const words = UploadFields.safeParse(typed);
  if (!words.success) return { ok: false, mistake: wrongCover(words.error.issues[0]!.message) } as const;
  const taken = await upload({ ownerId, arrival, ...words.data, now });
  if (taken.ok) return taken;
  return { ok: false, mistake: wrongCover(`${arrival.name}: ${uploadRefusals[taken.reason]}`) } as const;
}

/** A mistake of the field `cover`. */
export function wrongCover(words: string) {
  return { field: "cover", at: 0, words };
}

type Taking = {
  ownerId: number;
  files: Arrived[];
  more: boolean;
  typed: Record<string, unknown>;
  chosen: number[];
  now: Date;
};

/** Files go into the library first and are ticked; nothing is entered before one has seen how they fare. */
export async function takeFiles({ ownerId, files, more, typed, chosen, now }: Taking) {
  const words = UploadFields.safeParse(typed);
  if (!words.success) return taken(chosen, [], [words.error.issues[0]!.message]);
  if (files.length === 0) return taken(chosen, [], ["Choose at least one file."]);
  const ids: number[] = [];
  const errors = more ? [tooManyFiles] : [];
  for (const arrival of files) {
    const one = await upload({ ownerId, arrival, ...words.data, now });
    if (one.ok) ids.push(one.mediaId);
    else errors.push(`${arrival.name}: ${uploadRefusals[one.reason]}`);
  }
  return taken(chosen, ids, errors);
}

function taken(chosen: number[], ids: number[], errors: string[]) {
  return { chosen: [...chosen, ...ids], errors, refusals: [], taken: ids.length };
}
