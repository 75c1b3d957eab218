import { parseWithZod } from "@conform-to/zod/v4";
import type { Submission } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { z } from "zod";
import { env } from "../server/env.server";
import { ownFields } from "./field-names.server";
import { fieldsOf } from "./form-fields.server";
import type { FormFields } from "./form-fields.server";
import { canWrite } from "../request/origin.server";
import { plainText } from "./plain-text.server";
import { typedBack } from "./typed-back.server";

/** What the fields of a form may hold together, files aside. */
export const LARGEST_FORM = 64 * 1024;
const MAX_FIELDS = 1000;

type Errors<T> = { [name in keyof T]?: string } & { form?: string };

/**
 * Reads a form the one way: our own origin, a size limit, then the schema. Either the value, with `refuse` for what only
 * the database could know, or a finished reply with the messages and with what was typed (but for passwords).
 */
export async function readForm<S extends z.ZodType>(request: Request, schema: S) {
  const { fields, bytes } = await readOwn(request, fieldsOf(schema), "refuse");
  const submission = parseWithZod(fields, { schema });
  const answer = (errors?: Record<string, string | undefined>) => reply(submission, bytes, errors);
  if (submission.status !== "success") return { ok: false, reply: json(answer(), { status: 400 }) } as const;
  return {
    ok: true,
    value: submission.value as z.output<S>,
    refuse: (errors: Errors<z.output<S>>) => json(answer(errors), { status: 422 }),
  } as const;
}

/** The values of these fields, from our own origin and of a sane size; what else was sent is passed over. */
export async function readFields(request: Request, fields: FormFields) {
  return (await readOwn(request, fields, "skip")).fields;
}

async function readOwn(request: Request, fields: FormFields, unknown: "refuse" | "skip") {
  if (!canWrite(request, env().appUrl.origin))
    throw new Response("This form was sent from another site.", { status: 403 });
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_FORM) throw tooLarge();
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    throw new Response("This URL only accepts forms.", { status: 415 });
  }
  const body = await bodyOf(request);
  const sent = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  return { fields: inPlainText(onlyOwn(sent, fields, unknown)), bytes: body.length };
}

/** Of what was sent, the form's own fields; throws the answer where it is no form of ours. */
export function onlyOwn(sent: FormData | null, fields: FormFields, unknown: "refuse" | "skip") {
  const own = sent && [...sent.keys()].length <= MAX_FIELDS ? ownFields(sent, fields, unknown) : null;
  if (!own) throw new Response("This form couldn’t be read.", { status: 400 });
  return own;
}

function inPlainText(fields: FormData) {
  const plain = new FormData();
  for (const [name, value] of fields) plain.append(name, typeof value === "string" ? plainText(value) : value);
  return plain;
}

// Counted while it arrives: not everybody says beforehand how much it will be.
async function bodyOf(request: Request) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > LARGEST_FORM) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** What was typed, by field: one text, or several where the name came more than once. Files are left out. */
export function formValues(fields: FormData) {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(fields.keys())) {
    const values = fields.getAll(name).filter((value) => typeof value === "string");
    typed[name] = values.length === 1 ? values[0]! : values;
  }
  return typed;
}

function tooLarge() {
  return new Response("This form is too large.", { status: 413 });
}

function reply(
  submission: Pick<Submission<unknown>, "reply">,
  bytes: number,
  errors: Record<string, string | undefined> = {},
) {
  const { form, ...fields } = errors;
  const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, words ? [words] : []]));
  const answer = submission.reply({
    formErrors: form ? [form] : undefined,
    fieldErrors,
    hideFields: ["password", "newPassword"],
  });
  return { ...answer, initialValue: typedBack(answer.initialValue ?? {}, bytes) };
}
