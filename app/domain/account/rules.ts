import { ADDRESS_NAMES, SITE_NAMES } from "./reserved-names";
import { ALL_RATINGS, SAFE_RATINGS } from "~/domain/media/content-ratings";
import { listPages } from "~/domain/subject/kinds";

/** Whether a set of levels holds R or above, for which one must have said that one is an adult. */
export function requiresAdult(levels: number) {
  return (levels & ALL_RATINGS & ~SAFE_RATINGS) !== 0;
}

/** One mailbox however it is written: without capitals and what follows a plus, and without the dots that Gmail ignores. */
export function mailboxOf(email: string) {
  const [, local, , domain] = /^([^+@]+)(\+[^@]*)?@(.*)$/.exec(email.toLowerCase()) ?? [];
  if (!local || !domain) return email.toLowerCase();
  const isGmail = domain === "gmail.com" || domain === "googlemail.com";
  return isGmail ? `${local.replaceAll(".", "")}@gmail.com` : `${local}@${domain}`;
}

/** What an account is called once its person has left. */
export function deletedUsername(userId: number) {
  return `deleted-${userId}`;
}

/** A username made of what another site calls a person: our characters only, 3 to 24 of them. */
export function usernameFrom(name: string) {
  const bare = name
    .normalize("NFKD")
    .replace(/[^a-zA-Z0-9_-]/g, "")
    .slice(0, 24);
  return bare.length >= 3 && !isReserved(bare) ? bare : "maker";
}

/** Whether the site itself gave this name, to an account whose person has left. */
export function isNameOfDeleted(username: string) {
  return /^deleted-\d+$/i.test(username);
}

// The lists of kinds are addresses too.
const addressNames = [...ADDRESS_NAMES, ...listPages().map(({ to }) => to.slice(1))];

/** Names nobody may choose: who has one could pass for the site, or for a part of it. */
export function isReserved(username: string) {
  const [whole, unnumbered] = [lettersOf(username), lettersOf(username.replace(/[\d_-]+$/, ""))];
  if (isNameOfDeleted(username) || addressNames.map(lettersOf).includes(whole)) return true;
  return SITE_NAMES.includes(whole) || SITE_NAMES.includes(unnumbered);
}

// As it is read at a glance: "Adm1n" and "ad_min" are "admin".
function lettersOf(username: string) {
  const lookalikes: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };
  return username
    .toLowerCase()
    .replace(/[013457]/g, (digit) => lookalikes[digit]!)
    .replace(/[^a-z\d]/g, "");
}
