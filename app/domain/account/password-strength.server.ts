import { dictionary } from "@zxcvbn-ts/language-common";

/** The passwords that people choose most, from leaked lists, in lower case. */
const common = new Set(dictionary["passwords-common"].map(String));

type Owner = { username?: string; email?: string | null };

/**
 * Why a password of the right length is too easy to guess; null when it isn't known to be. NIST SP 800-63B: compare with
 * common ones, repeated characters, and the names of the account.
 */
export function passwordFault(password: string, { username = "", email }: Owner = {}) {
  const plain = password.normalize("NFKC").trim().toLowerCase();
  if (new Set(plain).size < 3) return "This password repeats itself. Choose another.";
  if (common.has(plain)) return "This password is one of the most common. Choose another.";
  const names = [username, email ?? "", (email ?? "").split("@")[0]!].map((name) => name.toLowerCase());
  return names.some((name) => name.length >= 3 && isMadeOf(plain, name))
    ? "This password is too close to your name or email address. Choose another."
    : null;
}

/** The name itself, with digits and signs around it, or twice. */
function isMadeOf(password: string, name: string) {
  return password.includes(name) && /^[\d\W_]{0,6}$/.test(password.replaceAll(name, ""));
}
