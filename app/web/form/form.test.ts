import { beforeEach, expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { readFields } from "./form.server";
import type { FormFields } from "./form-fields.server";
import { withUpload } from "./upload.server";

const { folder } = useDatabase();
const configure = useSettings();
beforeEach(() => configure({ NODE_ENV: "test", DATA_DIR: folder() }));

const SITE = "http://localhost:3000";
const TYPED = { body: "one\r\ntwo\rthree\n", name: "a\0b" };
const FIELDS: FormFields = new Map([
  ["body", 1],
  ["name", 1],
]);
const KEPT = { body: "one\ntwo\nthree\n", name: "ab" };

function formOf(body: BodyInit) {
  return new Request(`${SITE}/crucibles`, {
    method: "POST",
    headers: { origin: SITE, "sec-fetch-site": "same-origin" },
    body,
  });
}

function withParts() {
  const body = new FormData();
  for (const [name, value] of Object.entries(TYPED)) body.append(name, value);
  return formOf(body);
}

test("a line's end counts once and a NUL not at all, however the form was sent", async () => {
  expect(Object.fromEntries(await readFields(formOf(new URLSearchParams(TYPED)), FIELDS))).toEqual(KEPT);
  expect(Object.fromEntries(await readFields(withParts(), FIELDS))).toEqual(KEPT);
  const limits = { fileBytes: 1000, files: 1, fields: FIELDS };
  expect(Object.fromEntries(await withUpload(withParts(), limits, async (_, words) => words))).toEqual(KEPT);
});
