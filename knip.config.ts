import type { KnipConfig } from "knip";

// `npm run lint:dead` finds files, exports and packages that nothing uses. What is started by name is listed here.
export default {
  entry: [
    "app/*.mjs",
    "app/server.ts",
    "app/web/server/{context,development.server}.ts",
    "{app,db}/**/*-worker{,.server}.ts",
    "db/start-replicated.ts",
    "jobs/{move-media,restore-drill,verify-log}.ts",
    "playwright.config.ts",
    "tests/*.mjs",
    "tests/{full,print-http,shots}.ts",
    "tests/bench/*.ts",
    "tests/bench/pages/{main,lighthouse}.ts",
    "tests/bench/ranking/{main,rings}.ts",
    "tests/bench/challenge-end/run.ts",
    "tests/container/run.ts",
    "tests/faults/{run,*actor,rival,hostile-uploads}.ts",
    "tests/faults/{ledger/migrating,judging}-child.ts",
    "tests/faults/things/*.ts",
    "tests/fixtures/second-process.ts",
    "tests/media/fuzz.ts",
  ],
  project: ["{app,db,jobs,tests}/**/*.{ts,tsx,mjs,css}"],
  // Programs of the machine, and what comes with another package.
  ignoreBinaries: ["ffmpeg", "mount", "umount"],
  // Used by scripts, by styles, for types, or by a name put together at run time.
  ignoreDependencies: [
    "@flydotio/litestream",
    "@remix-run/server-runtime",
    "@mantine/dropzone",
    "prettier",
    "react-router-dom",
  ],
  // Waits for the first page with rich inputs.
  ignore: ["app/ui/mantine.css"],
  // Being rewritten; these leave the list when that is done.
  ignoreIssues: { "app/{api,domain/media,domain/metadata}/**": ["exports", "types"] },
} satisfies KnipConfig;
