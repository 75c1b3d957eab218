import { write } from "../write";
import { hashPassword } from "~/domain/account/passwords.server";
import { signUp } from "~/domain/account/signing-up.server";

/** How to sign in to the demo: any of these names, the first one being the admin. */
export const demoPeople = ["keeper", "cobalt", "ochre", "umber", "sienna", "viridian", "indigo"];
export const DEMO_PASSWORD = "crucible-demo";

/** The demo’s people, signed up; their ids. */
export async function makePeople(now: Date, grant: number) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ids = [];
  for (const username of demoPeople) {
    const person = { username, email: `${username}@demo.invalid`, passwordHash, grant, now };
    const born = await write((tx) => signUp(tx, person));
    if (born.ok) ids.push(born.userId);
  }
  return ids;
}
