import type { Tx } from "~/db/client";
import type { Viewer } from "~/domain/media/content-ratings";

/** By their keys: the media that are gone, and those that are shown on, of which only the original is to go. */
export type OrphanedFiles = { gone: string[]; shown: string[] };

/** A page of a profile. */
export type ProfileTab = {
  /** The end of its address, under the person's. */
  path: string;
  label: string;
  order: number;
  /** How much of it the viewer may see. */
  count: (userId: number, viewer: Viewer) => Promise<number>;
};

/** What a module keeps about a person. `archive.server.ts` of the module has it. */
export type Archive = {
  /** All of it as plain JSON, for the person. Secrets are left out. */
  exportOf: (userId: number) => Promise<Record<string, unknown>>;
  /** The files that go with it, one at a time. */
  files?: (userId: number) => AsyncIterable<{ name: string; body: ReadableStream | AsyncIterable<Uint8Array> }>;
  /** Forgets who the person is, or what is theirs alone; tells the media whose files are to be deleted after the commit. */
  anonymize?: (tx: Tx, leaving: { userId: number; deletedAt: Date }) => Promise<OrphanedFiles | void>;
  tab?: ProfileTab;
  /** How many votes the person cast. */
  votes?: (userId: number) => Promise<number>;
};
