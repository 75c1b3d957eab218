import { libraryText } from "../parts/library-words";
import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { frameOf } from "./video-frame";

export type Upload = {
  id: number;
  name: string;
  percent: number;
  state: "going" | "done" | "refused";
  words?: string;
  mediaId?: number;
};

type Result = { name: string; ok: boolean; mediaId?: number; duplicate?: boolean; reason?: string };
type Words = Record<string, string>;

let lastId = 0;

/**
 * Files on their way into the library, one request each, so that one that is refused or breaks off stops no other. The page
 * reads itself again after each that arrives. `send` resolves with the media that are there then.
 */
export function useUploads(to = "/library/uploads") {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const { revalidate } = useRevalidator();

  async function sendOne(file: File, words: Words) {
    const id = (lastId += 1);
    const change = (part: Partial<Upload>) =>
      setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
    setUploads((all) => [...all, { id, name: file.name, percent: 0, state: "going" }]);
    const form = await formOf(file, words);
    const result = await post(to, form, file.name, (percent) => change({ percent }));
    change(outcomeOf(result));
    if (!result.ok) return undefined;
    revalidate();
    return result.mediaId;
  }

  async function send(files: Iterable<File>, words: Words) {
    const taken = [];
    for (const file of files) taken.push(await sendOne(file, words));
    return taken.filter((id) => id !== undefined);
  }

  return { uploads, send };
}

function outcomeOf({ ok, reason, mediaId, duplicate }: Result): Partial<Upload> {
  if (!ok) return { state: "refused", words: reason };
  return { state: "done", percent: 100, mediaId, words: duplicate ? libraryText.duplicate : undefined };
}

async function formOf(file: File, words: Words) {
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) form.append(name, value);
  form.append("file", file);
  const frame = file.type.startsWith("video/") ? await frameOf(file) : null;
  if (frame) form.append("poster", frame, "poster.jpg");
  return form;
}

// fetch cannot tell how far an upload has come.
function post(to: string, form: FormData, name: string, onProgress: (percent: number) => void) {
  return new Promise<Result>((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    request.onload = () => resolve(resultOf(request, name));
    request.onerror = () =>
      resolve({ name, ok: false, reason: "The connection was lost and nothing was saved. Try again." });
    request.open("POST", to);
    request.send(form);
  });
}

function resultOf({ status, responseText }: XMLHttpRequest, name: string): Result {
  try {
    const answer = JSON.parse(responseText) as { results?: Result[]; message?: string };
    return answer.results?.[0] ?? { name, ok: false, reason: answer.message ?? "This file couldn’t be uploaded." };
  } catch {
    return {
      name,
      ok: false,
      reason:
        status === 429
          ? "Too many uploads at once. Wait a moment and try again."
          : "This file couldn’t be uploaded. Try again.",
    };
  }
}
