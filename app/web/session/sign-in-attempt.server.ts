import { findAccount } from "~/domain/account/signing-in.server";
import { readFields } from "../form/form.server";
import { deviceOf } from "./session.server";

/** Which account somebody wants to sign in to, by whichever name; and from which browser, when the account knows it. */
export type SignInAttempt = { account: string; device: string | null };

/** Read before the page does, which still has the form to itself. A name that nobody has is counted like any other. */
export async function signInAttempt(request: Request): Promise<SignInAttempt> {
  const name = await fieldOf(request, "name");
  const userId = await findAccount(name);
  if (userId === null) return { account: name, device: null };
  return { account: `user:${userId}`, device: await deviceOf(request, userId) };
}

/** A field of the form, without regard to capitals. No more of the form is read here than by the page. */
async function fieldOf(request: Request, name: string) {
  const form = await readFields(request.clone(), new Map([[name, 1]])).catch(() => null);
  const value = form?.get(name);
  return typeof value === "string" ? value.trim().toLowerCase().slice(0, 254) : "";
}
