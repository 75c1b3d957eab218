import { randomBytes } from "node:crypto";
import { write } from "~/db/write";
import { startFamily } from "~/domain/token/families.server";
import { createPersonalToken } from "~/domain/token/personal.server";
import type { Scope } from "~/domain/token/schema";
import type { Cast } from "../populated-site";

/** A token and a connected app of the owner's, each the first of its kind. */
export async function makeThings({ owner: userId }: Cast) {
  const now = new Date();
  const scopes: Scope[] = ["read"];
  await write(async (tx) => {
    await createPersonalToken(tx, { userId, name: "A script", scopes, days: 7, random: randomBytes(32), now });
    await startFamily(tx, { userId, client: "crucible-cli", scopes, random: randomBytes, now });
  });
  return {};
}
