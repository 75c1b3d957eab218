import type { Acts } from "~/domain/subject/moderated";
import * as modules from "./all";

type Modules = typeof modules;
/** What moderators do, as the audit log names it. */
export type AuditAction = Modules[keyof Modules]["actions"][number];

const all: Acts[] = Object.values(modules);
const links: NonNullable<Acts["links"]> = Object.assign({}, ...all.map(({ links }) => links ?? {}));
const featuring: NonNullable<Acts["featuring"]> = Object.assign({}, ...all.map(({ featuring }) => featuring ?? {}));

/** The kinds that can be featured. */
export const featurableKinds = Object.keys(featuring);

export const auditActions = all.flatMap(({ actions }) => actions).sort() as AuditAction[];

/** The pages of moderators, in order. */
export const moderationTabs = all.flatMap(({ tabs }) => tabs ?? []).sort((a, b) => a.order - b.order);

/** Where moderators look at something, `media:7`; null where there is no such page. */
export function deskOf(subject: string) {
  const [kind = "", id] = subject.split(":");
  return id && Object.hasOwn(links, kind) ? links[kind]!(id) : null;
}

/** Where moderators feature a thing of a kind; null where nothing of the kind can be. */
export function featuringOf(kind: string, id: number) {
  return Object.hasOwn(featuring, kind) ? featuring[kind]!(id) : null;
}
