import { z } from "zod";

/** How many values each field of a form may have: 1, or for a list the limit that its schema states. */
export type FormFields = ReadonlyMap<string, number>;

const known = new WeakMap<z.core.$ZodType, FormFields>();

/** The fields that schemas of forms name: flat objects of texts and lists of texts, or unions of such. */
export function fieldsOf(...schemas: z.core.$ZodType[]): FormFields {
  return new Map(schemas.flatMap((schema) => [...fieldsOfOne(schema)]));
}

function fieldsOfOne(schema: z.core.$ZodType): FormFields {
  const found = known.get(schema) ?? new Map(objectsIn(schema).flatMap(limitsIn));
  known.set(schema, found);
  return found;
}

function objectsIn(schema: z.core.$ZodType): z.core.$ZodObject[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.core.$ZodUnion) return inner._zod.def.options.flatMap(objectsIn);
  if (inner instanceof z.core.$ZodObject) return [inner];
  throw new Error(`A form is an object, not ${inner._zod.def.type}.`);
}

function limitsIn(object: z.core.$ZodObject) {
  return Object.entries(object._zod.def.shape).map(([name, field]) => [name, limitOf(name, field)] as const);
}

function limitOf(name: string, field: z.core.$ZodType) {
  const inner = unwrapped(field);
  if (inner instanceof z.core.$ZodObject) throw new Error(`The field ${name} of a form is an object.`);
  if (!(inner instanceof z.core.$ZodArray)) return 1;
  if (unwrapped(inner._zod.def.element) instanceof z.core.$ZodArray) throw new Error(`The list ${name} is nested.`);
  const limits = (inner._zod.def.checks ?? []).map((check) => check._zod.def as { maximum?: number });
  const most = limits.find(({ maximum }) => maximum !== undefined)?.maximum;
  if (most === undefined) throw new Error(`The list ${name} of a form has no .max().`);
  return most;
}

/** What a field's defaults, transforms and preprocessing are wrapped around. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as { def: { innerType?: z.core.$ZodType } };
  if (schema instanceof z.core.$ZodPipe) {
    const { in: first, out: second } = schema._zod.def;
    return unwrapped(first instanceof z.core.$ZodTransform ? second : first);
  }
  return def.innerType ? unwrapped(def.innerType) : schema;
}
