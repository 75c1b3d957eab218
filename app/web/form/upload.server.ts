import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import type { BusboyHeaders, BusboyInstance } from "@fastify/busboy";
import { limits } from "~/domain/media/limits";
import { discardBody, readChunk } from "../request/request-body.server";
import { env } from "../server/env.server";
import { LARGEST_FORM, onlyOwn } from "./form.server";
import type { FormFields } from "./form-fields.server";
import { canWrite } from "../request/origin.server";
import { plainText } from "./plain-text.server";

export type Arrived = { field: string; path: string; name: string; bytes: number; tooLarge: boolean };

const MAX_NAME = 200;
const MAX_FIELDS = 500;

/** How large a file may be, how many there may be, and which fields come with them. */
export type Limits = { fileBytes: number; files: number; fields: FormFields };

/** What is said when a form brought more than is taken: more files, whose first are there, or more bytes, of which nothing is. */
type Excess = "files" | "bytes" | null;
export type Use<T> = (files: Arrived[], words: FormData, excess: Excess) => Promise<T>;

/**
 * Reads a form with files: each streamed to a temporary file, never held in memory, cut off at the limit. The words of
 * the form come back as FormData. `use` gets both, and whether there was more than is taken; the files are gone when it
 * is done. Of a form that says beforehand that it is too large, nothing is read.
 */
export async function withUpload<T>(request: Request, most: Limits, use: Use<T>) {
  if (!canWrite(request, env().appUrl.origin))
    throw new Response("This form was sent from another site.", { status: 403 });
  if (!/^multipart\/form-data;.*\bboundary=./i.test(request.headers.get("content-type") ?? "") || !request.body) {
    throw new Response("This URL only accepts file uploads.", { status: 415 });
  }
  if (Number(request.headers.get("content-length")) > limits.requestBytes) return use([], new FormData(), "bytes");
  const folder = join(env().DATA_DIR, "arriving", randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    const { files, words, excess } = await receive(request, folder, most);
    return await use(files, words, excess);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: Request, folder: string, most: Limits) {
  const parser = parserOf(request, most);
  const { files, written } = keepFiles(parser, folder);
  const { words, bytes } = keepWords(parser);
  let excess = null as Excess;
  parser.on("filesLimit", () => (excess ??= "files"));
  const reader = request.body!.getReader();
  const whole = await pipeline(Readable.from(upTo(limits.requestBytes, reader, () => (excess = "bytes"))), parser).then(
    () => true,
    () => false,
  );
  const failure = await written();
  if (excess === "bytes") {
    await rm(folder, { recursive: true });
    await discardBody(reader);
    return { files: [], words: onlyOwn(words, most.fields, "skip"), excess };
  }
  if (!whole) throw new Response("The upload was interrupted. Nothing was saved. Try again.", { status: 400 });
  if (failure) throw failure;
  if (bytes() > LARGEST_FORM) throw new Response("This form is too large.", { status: 413 });
  return { files, words: onlyOwn(words, most.fields, "skip"), excess };
}

function parserOf(request: Request, { fileBytes, files }: Limits) {
  const headers = Object.fromEntries(request.headers) as BusboyHeaders;
  const limits = { fileSize: fileBytes, files, fields: MAX_FIELDS, fieldSize: LARGEST_FORM };
  return new Busboy({ headers, limits });
}

// What breaks off ends too early, and what is too much ends there: the parser then lets go of its files.
async function* upTo(most: number, reader: ReadableStreamDefaultReader<Uint8Array>, isTooMuch: () => void) {
  let left = most;
  for (let part = await readChunk(reader); part && !part.done; part = await readChunk(reader)) {
    left -= part.value.length;
    if (left < 0) return isTooMuch();
    yield part.value;
  }
}

/** Collects the fields of a form up to what a form may hold; `bytes` tells how much came. */
function keepWords(parser: BusboyInstance) {
  const words = new FormData();
  let bytes = 0;
  parser.on("field", (name, value) => {
    bytes += name.length + value.length;
    if (bytes <= LARGEST_FORM) words.append(name, plainText(value));
  });
  return { words, bytes: () => bytes };
}

/** Writes each file of a form into `folder`; `written` waits for all of them, and tells of the first that could not be. */
function keepFiles(parser: BusboyInstance, folder: string) {
  const files: Arrived[] = [];
  const writing: Promise<Error | null>[] = [];
  parser.on("file", (field, stream, name) => {
    // A form without a file chosen still sends an unnamed, empty one.
    if (!name) return void stream.on("error", () => undefined).resume(); // of one that breaks off, nobody else would hear
    const file = { field, path: join(folder, `${files.length}`), name: plainName(name), bytes: 0, tooLarge: false };
    files.push(file);
    stream.on("data", (chunk: Buffer) => (file.bytes += chunk.length));
    stream.on("limit", () => (file.tooLarge = true));
    writing.push(keep(stream, file.path));
  });
  return { files, written: async () => (await Promise.all(writing)).find((error) => error !== null) };
}

// No folder, nothing that cannot be seen, and no mark that turns letters round: a program could read as a picture.
function plainName(name: string) {
  const file = name
    .split(/[/\\]/)
    .pop()!
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
  return (
    file
      .trim()
      .slice(-MAX_NAME)
      .replace(/^[\udc00-\udfff]/, "") || "file"
  );
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
