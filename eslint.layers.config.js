// Who may import whom between the top folders: docs/principles.md.

/** Folders that files of `target` must not import, but for some. */
export function zone(target, from, except = []) {
  return {
    target: `./${target}`,
    from: `./${from}`,
    except: except.map((path) => `./${path}`),
    message: "See docs/principles.md.",
  };
}

export const layers = [
  zone("app/domain", "app/web"),
  zone("app/domain", "app/ui"),
  zone("app/domain", "app/routes"),
  zone("app/domain", "jobs"),
  zone("app/routes", "db", ["write.ts"]),
  zone("app/routes", "jobs"),
  zone("app/api", "db", ["write.ts", "schema/values.ts"]),
  zone("app/api", "app/ui"),
  zone("app/api", "app/routes"),
  zone("app/api", "jobs"),
  zone("app/web", "app/domain", [
    "account",
    "moderation",
    "media/content-ratings.ts",
    "media/limits.ts",
    "media/schema.ts",
    "challenge/judge/port.server.ts",
  ]),
  zone("app/web", "app/ui"),
  zone("app/web", "app/routes"),
  zone("app/web", "db", ["singleton.ts"]),
  zone("app/ui", "app/web", ["response/nonce.ts"]),
  zone("app/ui", "app/routes"),
  zone("app/ui/parts", "app/ui", ["parts"]),
  zone("app/ui", "db", ["schema/values.ts"]),
  zone("app/ui", "jobs"),
  zone("db", "app"),
  zone("db", "jobs"),
  zone("jobs", "app/routes"),
  zone("jobs", "app/web"),
  zone("jobs", "app/ui"),
  zone("jobs", "db", [
    "write.ts",
    "job-runs.ts",
    "maintenance.ts",
    "backing-up.ts",
    "bucket.ts",
    "client.ts",
    "restoring.ts",
    "integrity-check.ts",
    "tombstone-copy.ts",
  ]),
];
