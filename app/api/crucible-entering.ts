import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { openingRefusals, tooLittleBuzz } from "~/domain/crucible/crucible-messages";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { withdrawEntry } from "~/domain/crucible/entering/withdrawing.server";
import { openCrucible } from "~/domain/crucible/opening/opening.server";
import { CrucibleTerms } from "~/domain/crucible/opening/terms";
import { endpoint } from "./endpoint";
import { Buzz, Id } from "./shapes";

const invalid = (title: string) => ({ status: 422, title }) as const;

const open = endpoint({
  method: "POST",
  path: "/crucibles",
  who: "person",
  scope: "create",
  summary: "Create a crucible",
  description: "The setup fee is charged to the wallet of the token’s owner.",
  movesBuzz: true,
  body: CrucibleTerms,
  output: z.object({ id: z.number().int() }),
  refusals: {
    ...Object.fromEntries(Object.keys(openingRefusals).map((reason) => [reason, invalid("These terms can’t be used")])),
    "in-debt": { status: 409, title: "You have a Buzz debt" },
    "too-little-buzz": { status: 409, title: "Not enough Buzz" },
  },
  run: ({ caller, body: terms, now, change }) =>
    change(async (tx) => {
      const logSalt = randomBytes(32).toString("hex");
      const opening = { creatorId: caller!.id, terms, requestKey: `api:${randomUUID()}`, logSalt, now };
      const done = await openCrucible(tx, opening);
      if (done.ok) return { ok: true, value: { id: done.crucibleId }, status: 201 };
      if (done.reason === "too-little-buzz") return { ok: false, reason: done.reason, detail: tooLittleBuzz(done) };
      return { ok: false, reason: done.reason, detail: openingRefusals[done.reason as keyof typeof openingRefusals] };
    }),
});

const enter = endpoint({
  method: "POST",
  path: "/crucibles/:id/entries",
  who: "person",
  scope: "create",
  summary: "Enter media from your library",
  description: "All of them or none. The entry fee is charged for each.",
  movesBuzz: true,
  params: Id,
  body: z.strictObject({ mediaIds: z.array(z.number().int().positive()).min(1).max(100) }),
  output: z.object({ entryIds: z.array(z.number().int()), paid: Buzz }),
  refusals: { "entry-refused": { status: 422, title: "Some of it can’t be entered" } },
  run: ({ caller, params, body, now, change }) =>
    change(async (tx) => {
      const asked = { entrantId: caller!.id, crucibleId: params.id, mediaIds: body.mediaIds, now };
      const done = await enterCrucible(tx, asked);
      if (!done) return { ok: false, reason: "not-found" };
      if (done.ok) return { ok: true, value: { entryIds: done.entryIds, paid: done.paid }, status: 201 };
      const errors = done.refusals.map(({ mediaId, detail }) => ({
        pointer: pointerTo(body.mediaIds, mediaId),
        detail,
      }));
      return { ok: false, reason: "entry-refused", errors };
    }),
});

function pointerTo(mediaIds: number[], mediaId: number | null) {
  return mediaId === null ? "" : `/mediaIds/${mediaIds.indexOf(mediaId)}`;
}

const withdraw = endpoint({
  method: "DELETE",
  path: "/entries/:id",
  who: "person",
  scope: "create",
  summary: "Withdraw an entry that has no votes yet",
  description: "The entry fee is refunded.",
  movesBuzz: true,
  params: Id,
  output: z.object({ refunded: Buzz }),
  refusals: {
    "already-judged": { status: 409, title: "The entry has votes" },
    disqualified: { status: 409, title: "The entry is disqualified" },
    "not-open": { status: 409, title: "The crucible isn’t running" },
  },
  run: ({ caller, params, now, change }) =>
    change(async (tx) => {
      const done = await withdrawEntry(tx, { entrantId: caller!.id, entryId: params.id, now });
      if (!done) return { ok: false, reason: "not-found" };
      return done.ok ? { ok: true, value: { refunded: done.refunded } } : { ok: false, reason: done.reason };
    }),
});

export const enteringEndpoints = [open, enter, withdraw];
