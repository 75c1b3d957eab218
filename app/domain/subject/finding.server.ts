import { and, eq, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db, Tx } from "~/db/client";
import type { Viewer } from "~/domain/media/content-ratings";
import * as doors from "./all.server";
import type { Door, Named, Rating } from "./door";
import { subjectKinds } from "./kinds";
import type { SubjectKind } from "./kinds";
import { subjectOf } from "./subject";
import type { Parts } from "./subject";

const doorOf: Record<SubjectKind, Door> = doors;

/** Those of the things that the viewer may see, under their subjects. */
export async function findAll(db: Db, viewer: Viewer, parts: Parts[]): Promise<Map<string, Named>> {
  const found = new Map<string, Named>();
  for (const kind of new Set(parts.map((part) => part.kind))) {
    const ids = [...new Set(parts.filter((part) => part.kind === kind).map(({ id }) => id))];
    for (const [id, named] of await doorOf[kind].find(db, { viewer, ids, lookUp: findAll }))
      found.set(subjectOf(kind, id), named);
  }
  return found;
}

/** One thing; null when there is no such thing for this viewer. */
export async function find(db: Db, viewer: Viewer, { kind, id }: Parts) {
  return (await findAll(db, viewer, [{ kind, id }])).get(subjectOf(kind, id)) ?? null;
}

/** The condition that what two columns name is visible to the viewer. Kinds that no list asks for are never. */
export function isVisible(viewer: Viewer, columns: { kind: SQLiteColumn; id: SQLiteColumn }): SQL {
  const arms = subjectKinds.flatMap((kind) => {
    const visible = doorOf[kind].isVisible?.(viewer, columns.id);
    return visible ? and(eq(columns.kind, kind), visible)! : [];
  });
  return or(...arms) ?? sql`0`;
}

/** Who takes part in something. */
export function participantsIn(db: Db, { kind, id }: Parts) {
  return doorOf[kind].participants?.(db, id) ?? [];
}

/** Whether a person has a stake in something. */
export async function isParty(tx: Tx, { kind, id }: Parts, userId: number) {
  return (await doorOf[kind].isParty?.(tx, { userId, id })) ?? false;
}

/** Does what follows from a media item's new content rating, kind by kind. */
export async function followRating(tx: Tx, rating: Rating) {
  for (const kind of subjectKinds) await doorOf[kind].onRating?.(tx, rating);
}

/** Makes everything let go of a model version; what it returns gives its place to another. */
export async function releaseVersion(tx: Tx, versionId: number) {
  const givers: ((tx: Tx, versionId: number) => Promise<void>)[] = [];
  for (const kind of subjectKinds) {
    const give = await doorOf[kind].releaseVersion?.(tx, versionId);
    if (give) givers.push(give);
  }
  return async (instead: number) => {
    for (const give of givers) await give(tx, instead);
  };
}
