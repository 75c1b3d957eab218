import type { Tx } from "~/db/client";
import * as store from "~/domain/contest/draft-store.server";
import type { Typed } from "~/domain/contest/drafting";
import { descriptionLength, draftDays } from "../schema";
import { steps } from "./forms";
import type { Step } from "./forms";

const KIND = "challenge";
const kept = { kind: KIND, days: draftDays, longestText: 2 * descriptionLength };

type SaveDraftInput = { userId: number; step: Step; typed: Typed; now: Date };

/** Keeps what was typed into one step of a challenge’s draft. */
export function saveDraft(tx: Tx, { step, ...input }: SaveDraftInput) {
  return store.saveDraft(tx, kept, { ...input, fields: steps[step] });
}

/** The person’s draft as it was typed, or null when there is none or it is too old. */
export function readDraft(userId: number, now: Date) {
  return store.readDraft(KIND, userId, now);
}

/** Throws a person’s draft away; without one, does nothing. */
export function discardDraft(tx: Tx, userId: number) {
  return store.discardDraft(tx, KIND, userId);
}

/** The person’s draft inside a transaction; undefined when there is none or it is too old. */
export function findDraft(tx: Tx, userId: number, now: Date) {
  return store.findDraft(tx, KIND, userId, now);
}
