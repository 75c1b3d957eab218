// The words that columns may hold. No imports: pages may read this file too.

export const roles = ["user", "moderator", "admin"] as const;
export const memberships = ["free", "supporter"] as const;
export const themes = ["system", "light", "dark"] as const;
export const identityProviders = ["github", "google"] as const;
export const emailPurposes = ["verify-email", "reset-password"] as const;

// Kinds of accounts and transfers are rows that the ledger's triggers ask; a test compares these lists with them.
// What each is for, and which may move where: docs/decisions/018-ledger-kinds.md.
export const accountKinds = [
  "mint",
  "house",
  "user",
  "blue",
  "debt",
  "escrow",
  "challenge-prizes",
  "challenge-looks",
  "contest",
  "stake",
  "winnings",
  "tournament",
] as const;
export const transferKinds = [
  "grant",
  "daily",
  "setup-fee",
  "entry-fee",
  "prize",
  "refund",
  "remainder",
  "adjustment",
  "funding",
  "unspent",
  "looks-used",
  "took-part",
  "lab-test",
  "stake",
  "ruling",
  "match-paid",
  "prize-fund",
  "purchase",
  "clawback",
  "debt",
  "forgiveness",
] as const;

export const mediaKinds = ["image", "video"] as const;
export const resourceKinds = ["checkpoint", "lora", "vae", "embedding", "controlnet", "upscaler", "other"] as const;
export const hashTypes = ["autov1", "autov2", "autov3", "sha256", "blake3"] as const;
export const matchStrengths = ["exact", "hash", "name", "hint", "none"] as const;

export const statuses = ["pending", "active", "finalizing", "completed", "cancelled"] as const;
export const outcomes = ["paid", "empty", "no-contest"] as const;
export const resourceRules = ["any", "unchecked", "enforced"] as const;
export const judgeRules = ["anyone", "verified"] as const;
export const pairStates = ["held", "next", "current", "voted", "skipped", "dropped"] as const;
export const sides = ["left", "right"] as const;

export const challengeSources = ["system", "moderator", "user"] as const;
export const challengeStatuses = ["scheduled", "active", "completing", "completed", "cancelled"] as const;
export const challengeOutcomes = ["placed", "no-contest", "empty"] as const;
export const modelRules = ["any", "featured", "required"] as const;
export const judgeKinds = ["model", "people"] as const;
export const reviewStates = ["due", "claimed", "by-hand", "done"] as const;
export const duelStates = ["due", "claimed", "done", "given-up"] as const;
/** `rested`: the day's money is used up, and nothing was asked. */
export const callOutcomes = [
  "answered",
  "busy",
  "timeout",
  "malformed",
  "refused",
  "other-model",
  "unauthorized",
  "unpaid",
  "rested",
] as const;

export const reactionKinds = ["thumbs-up", "heart", "laugh", "surprise"] as const;

export const deviceCodeStates = ["waiting", "approved", "denied"] as const;
