import type { z } from "zod";
import * as modules from "./all";

type Modules = typeof modules;
type Merged<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
type Payloads = Merged<Modules[keyof Modules]>;

/** What can happen. Notifications, metrics and later webhooks are made from these. */
export type EventKind = keyof Payloads & string;

/** What an event of a kind carries. */
export type EventData<K extends EventKind> = z.output<Payloads[K]>;

const payloads: Record<string, z.ZodType> = Object.assign({}, ...Object.values(modules));

/** What an event that was read back carries; null for a kind that nobody writes any more. Throws on data that is not the kind's. */
export function readPayload(kind: string, data: unknown): unknown {
  return Object.hasOwn(payloads, kind) ? payloads[kind]!.parse(data) : null;
}
