import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibleBaseModels, crucibleResources, crucibles } from "~/db/schema/crucible";
import { baseModels, modelVersions } from "~/db/schema/media";
import { charge } from "~/domain/contest/paying.server";
import { recordEvent } from "~/domain/event/recording.server";
import { balanceOf, escrow, house, openAccount } from "~/domain/wallet/accounts.server";
import { owedBy } from "~/domain/wallet/owing.server";
import { payingWallet } from "~/domain/wallet/paying.server";
import { coverRefusal } from "~/domain/media/cover-rules.server";
import { discardDraft } from "./drafting.server";
import { setupFeeOf } from "./pricing";
import { LATEST_RULES } from "../schema";
import type { Terms } from "../schema";
import { runOf, startRefusal } from "../schedule";

type OpenCrucibleInput = {
  creatorId: number;
  terms: Terms;
  /** Given with the form: the same key opens the same crucible. */
  requestKey: string;
  /** Random; keys the judges' pseudonyms in the public log. */
  logSalt: string;
  now: Date;
};

/**
 * Opens a crucible, now or at its start time, and charges the setup fee to the house; its draft is done with. Refuses a
 * cover that cannot be one, a start in the past or too far ahead, models that do not exist, too little Buzz, and a debt.
 */
export async function openCrucible(tx: Tx, { creatorId, terms, requestKey, logSalt, now }: OpenCrucibleInput) {
  const again = await findOpened(tx, { creatorId, requestKey });
  if (again) return { ok: true, crucibleId: again.id } as const;
  const reason = await termsRefusal(tx, creatorId, terms, now);
  if (reason) return { ok: false, reason } as const;
  const setupFee = setupFeeOf(terms);
  const unaffordable = await priceRefusal(tx, creatorId, setupFee);
  if (unaffordable) return unaffordable;

  const crucibleId = await insertCrucible(tx, {
    creatorId,
    requestKey: keyOf({ creatorId, requestKey }),
    logSalt,
    terms,
    setupFee,
    now,
  });
  await allowModels(tx, crucibleId, terms);
  await openEscrow(tx, crucibleId, now);
  if (setupFee > 0) await chargeSetup(tx, { crucibleId, creatorId, setupFee, now });
  await discardDraft(tx, creatorId);
  await recordEvent(tx, { kind: "crucible-opened", subject: `crucible:${crucibleId}`, actorId: creatorId, now });
  return { ok: true, crucibleId } as const;
}

async function priceRefusal(tx: Tx, creatorId: number, setupFee: number) {
  if (setupFee === 0) return null;
  if ((await owedBy(tx, creatorId)) > 0) return { ok: false, reason: "in-debt" } as const;
  const payer = await payingWallet(tx, { userId: creatorId, kind: "setup-fee", to: house, amount: setupFee });
  const balance = await balanceOf(tx, payer);
  return balance < setupFee ? ({ ok: false, reason: "too-little-buzz", balance, setupFee } as const) : null;
}

async function openEscrow(tx: Tx, crucibleId: number, now: Date) {
  const escrowId = await openAccount(tx, { holder: escrow(`crucible:${crucibleId}`), now });
  await tx.update(crucibles).set({ escrowId }).where(eq(crucibles.id, crucibleId));
}

type FindOpenedInput = Pick<OpenCrucibleInput, "creatorId" | "requestKey">;

/** The crucible that a person's form with this key opened already. */
export function findOpened(tx: Tx, asking: FindOpenedInput) {
  return tx.query.crucibles.findFirst({
    columns: { id: true, name: true },
    where: eq(crucibles.requestKey, keyOf(asking)),
  });
}

function keyOf({ creatorId, requestKey }: FindOpenedInput) {
  return `${creatorId}:${requestKey}`;
}

async function termsRefusal(tx: Tx, creatorId: number, terms: Terms, now: Date) {
  const wrong = (await coverRefusal(tx, creatorId, terms.coverMediaId)) ?? startRefusal(terms.startsAt, now);
  return wrong ?? ((await modelsExist(tx, terms)) ? null : "unknown-models");
}

async function modelsExist(tx: Tx, { baseModelIds, versionIds }: Terms) {
  const bases = await tx.$count(baseModels, inArray(baseModels.id, baseModelIds));
  const versions = await tx.$count(modelVersions, inArray(modelVersions.id, versionIds));
  return bases === baseModelIds.length && versions === versionIds.length;
}

type Row = Omit<OpenCrucibleInput, "logSalt"> & { logSalt: string; setupFee: number };

async function insertCrucible(tx: Tx, { terms, creatorId, requestKey, logSalt, setupFee, now }: Row) {
  const { startsAt, entriesClose, baseModelIds, versionIds, enforced, ...columns } = terms;
  const run = runOf(terms, now);
  const listed = baseModelIds.length + versionIds.length > 0;
  const [opened] = await tx
    .insert(crucibles)
    .values({
      ...columns,
      ...run,
      creatorId,
      requestKey,
      logSalt,
      setupFee,
      rules: LATEST_RULES,
      status: startsAt ? "pending" : "active",
      resourceRule: listed ? (enforced ? "enforced" : "unchecked") : "any",
      createdAt: now,
    })
    .returning({ id: crucibles.id });
  return opened!.id;
}

async function allowModels(tx: Tx, crucibleId: number, { baseModelIds, versionIds }: Terms) {
  const bases = baseModelIds.map((baseModelId) => ({ crucibleId, baseModelId }));
  const versions = versionIds.map((versionId) => ({ crucibleId, versionId }));
  if (bases.length > 0) await tx.insert(crucibleBaseModels).values(bases);
  if (versions.length > 0) await tx.insert(crucibleResources).values(versions);
}

type SetupCharge = { crucibleId: number; creatorId: number; setupFee: number; now: Date };

async function chargeSetup(tx: Tx, { crucibleId, creatorId, setupFee, now }: SetupCharge) {
  const setupTransferId = await charge(tx, {
    key: `setup-fee:${crucibleId}`,
    kind: "setup-fee",
    userId: creatorId,
    to: house,
    amount: setupFee,
    subject: `crucible:${crucibleId}`,
    now,
  });
  const unpaid = and(eq(crucibles.id, crucibleId), isNull(crucibles.setupTransferId));
  await tx.update(crucibles).set({ setupTransferId }).where(unpaid);
}
