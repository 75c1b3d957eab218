import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import type { BusboyHeaders } from "@fastify/busboy";
import { env } from "./env.server";
import { areOurNames } from "./field-names.server";
import { mayChange } from "./origin.server";
import { plainText } from "./plain-text.server";

export type Arrived = { field: string; path: string; name: string; bytes: number; tooLarge: boolean };

const MAX_NAME = 200;

type Limits = { fileBytes: number; files: number };

/**
 * Reads a form with files: each streamed to a temporary file, never held in memory, cut off at the limit. The words of
 * the form come back as FormData. `use` gets both, and whether there were more files than are taken; the files are gone when it
 * is done.
 */
export async function withUpload<T>(request: Request, limits: Limits, use: (files: Arrived[], words: FormData, more: boolean) => Promise<T>) {
  if (!mayChange(request, env().appUrl.origin)) throw new Response("This form came from another site.", { status: 403 });
  if (!/^multipart\/form-data;.*\bboundary=./i.test(request.headers.get("content-type") ?? "") || !request.body) {
    throw new Response("Only forms with files are read here.", { status: 415 });
  }
  const folder = join(env().DATA_DIR, "arriving", randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    const { files, words, more } = await receive(request, folder, limits);
    return await use(files, words, more);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: Request, folder: string, { fileBytes, files: most }: Limits) {
  const files: Arrived[] = [];
  const words = new FormData();
  const writing: Promise<Error | null>[] = [];
  let more = false;
  const headers = Object.fromEntries(request.headers) as BusboyHeaders;
  const parser = new Busboy({ headers, limits: { fileSize: fileBytes, files: most, fields: 200, fieldSize: 64 * 1024 } });
  parser.on("filesLimit", () => (more = true));
  parser.on("field", (name, value) => words.append(name, plainText(value)));
  parser.on("file", (field, stream, name) => {
    // A form without a file chosen still sends an unnamed, empty one.
    if (!name) return void stream.on("error", () => undefined).resume(); // of one that breaks off, nobody else would hear
    const file = { field, path: join(folder, `${files.length}`), name: plainName(name), bytes: 0, tooLarge: false };
    files.push(file);
    stream.on("data", (chunk: Buffer) => (file.bytes += chunk.length));
    stream.on("limit", () => (file.tooLarge = true));
    writing.push(keep(stream, file.path));
  });
  try {
    await pipeline(Readable.fromWeb(request.body as never), parser);
  } catch {
    throw new Response("This upload broke off. Nothing was kept; try again.", { status: 400 });
  }
  const failure = (await Promise.all(writing)).find((error) => error !== null);
  if (failure) throw failure;
  if (!areOurNames(words)) throw new Response("This form could not be read.", { status: 400 });
  return { files, words, more };
}

// No folder, nothing that cannot be seen, and no mark that turns letters round: a program could read as a picture.
function plainName(name: string) {
  const file = name.split(/[/\\]/).pop()!.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
  return file.trim().slice(-MAX_NAME).replace(/^[\udc00-\udfff]/, "") || "file";
}

// What cannot be written is still read to the end: who sends it would not hear the answer otherwise.
function keep(stream: Readable, path: string) {
  return new Promise<Error | null>((resolve) => {
    const file = createWriteStream(path);
    stream.on("error", () => file.destroy());
    file.on("error", (error) => {
      stream.unpipe(file);
      stream.resume();
      resolve(error);
    });
    file.on("close", () => resolve(null));
    stream.pipe(file);
  });
}
