import { ALL_LEVELS, SAFE_LEVELS } from "~/domain/media/levels";

/** Whether a set of levels holds R or above, for which one must have said that one is an adult. */
export function needsAdult(levels: number) {
  return (levels & ALL_LEVELS & ~SAFE_LEVELS) !== 0;
}

/** What an account is called once its person has left. */
export function nameOfDeleted(userId: number) {
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

/** Names that only the site gives. */
export function isReserved(username: string) {
  return /^deleted-\d+$/i.test(username);
}
