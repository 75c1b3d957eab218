import type { FormFields } from "./form-fields.server";

const NAME = /^([\w-]{1,64})(?:\[(\d{0,3})\])?$/;

/**
 * The values sent for a form's own fields, lists in the order of their indices; null where a name could not be a field of
 * it. A parser makes whatever a name says, so it only ever sees names of ours. One value more than a field may have is
 * kept, so that the schema can say that there are too many.
 */
export function ownFields(sent: FormData, fields: FormFields, unknown: "refuse" | "skip") {
  const values = new Map<string, { at: number; value: FormDataEntryValue }[]>();
  for (const [name, value] of sent) {
    const [, own, index] = NAME.exec(name) ?? [];
    const most = fields.get(own ?? "");
    if (most === undefined && unknown === "skip") continue;
    if (!own || most === undefined || !isIndexOf(index, most)) return null;
    const list = values.get(own) ?? [];
    if (list.length <= most) list.push({ at: Number(index || list.length), value });
    values.set(own, list);
  }
  return inOrder(values);
}

function isIndexOf(index: string | undefined, most: number) {
  return index === undefined || (most > 1 && Number(index) < most);
}

function inOrder(values: Map<string, { at: number; value: FormDataEntryValue }[]>) {
  const fields = new FormData();
  for (const [name, list] of values) {
    for (const { value } of list.sort((a, b) => a.at - b.at)) fields.append(name, value);
  }
  return fields;
}
