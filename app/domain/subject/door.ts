import type { SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db, Tx } from "~/db/client";
import type { MediaView } from "~/domain/media/library.server";
import type { Viewer } from "~/domain/media/content-ratings";
import type { Parts } from "./subject";

/** A thing as those see it who may see it. */
export type Named = {
  /** What it is called; null where it has no name of its own. */
  name: string | null;
  path: string;
  picture: MediaView | null;
  /** Whose it is; null when it is nobody's. Not for pages: an entry may not be known by its owner yet. */
  ownerId: number | null;
};

/** Looks other things up, for what is only visible where something else is. */
type LookUp = (db: Db, viewer: Viewer, parts: Parts[]) => Promise<Map<string, Named>>;

type Asking = { viewer: Viewer; ids: number[]; lookUp: LookUp };

export type Rating = { mediaId: number; level: number; moderatorId: number; reason: string; now: Date };

/** What a kind answers for. `subject.server.ts` of its module has it. */
export type Door = {
  /** Those of the things that the viewer may see, by number. This is where "may see" is asked. */
  find: (db: Db, asking: Asking) => Promise<Map<number, Named>>;
  /** The same as a condition on a column that holds numbers of this kind, for lists. */
  isVisible?: (viewer: Viewer, id: SQLiteColumn) => SQL;
  /** Who takes part in it, to be told about it. */
  participants?: (db: Db, id: number) => number[];
  /** Whether a person has a stake in it, so that they must not decide about it as a moderator. */
  isParty?: (tx: Tx, stake: { userId: number; id: number }) => Promise<boolean>;
  /** Does what follows for this kind from a media item's new content rating, in the same transaction. */
  onRating?: (tx: Tx, rating: Rating) => Promise<unknown>;
  /** Lets go of a model version that is about to go; what it returns gives its place to another. */
  releaseVersion?: (tx: Tx, versionId: number) => Promise<(tx: Tx, versionId: number) => Promise<void>>;
};
