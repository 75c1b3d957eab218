import { hash, verify } from "@node-rs/argon2";

// argon2id, the default: 19 MiB, two passes, one lane, as OWASP recommends.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Slow on purpose: call it before a verb, never inside one. */
export function hashPassword(password: string) {
  return hash(password, cost);
}

/** Takes the same time whether there is a hash to compare with or not. */
export async function passwordMatches(passwordHash: string | null, password: string) {
  if (passwordHash) return verify(passwordHash, password);
  await hash(password, cost);
  return false;
}
