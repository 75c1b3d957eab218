import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";
import { layers, zone } from "./eslint.layers.config.js";
import { lengths } from "./eslint.lengths.config.js";

// Who may import whom: docs/principles.md. Each domain module lists the modules it may import, beside those everybody may.
const files = ["metadata", "catalog", "media"];
const leaves = ["list", "event", "wallet", ...files, "contest"];
const everybody = ["subject", "event"];
const gatherers = ["comment", "notification", "moderation", "profile"];
const mayImport = {
  list: [],
  event: [],
  subject: ["media"],
  token: ["contest"],
  wallet: ["list"],
  metadata: [],
  catalog: ["metadata", "list"],
  media: ["metadata", "catalog", "list"],
  contest: ["wallet", "list"],
  account: ["wallet", "list", "token", "media/content-ratings.ts"],
  comment: ["media", "list"],
  moderation: [...leaves, "account", "token", "crucible", "comment"],
  profile: [...leaves, "account", "crucible", "comment"],
  notification: ["media", "list"],
};
// A kind of contest that is not on the list may import the leaves.
const modules = readdirSync("app/domain");

// What each module shows to the lists of all kinds, which import nothing else.
const DOORS = ["subject.server", "events", "notices", "acts", "archive.server"];
const LISTS = {
  "subject/all.server.ts": "subject.server",
  "event/all.ts": "events",
  "notification/all.ts": "notices",
  "moderation/all.ts": "acts",
  "profile/all.server.ts": "archive.server",
};

// The folders of a contest's module, each of which may import only those before it, and the rules at the module's root.
const contests = {
  crucible: {
    folders: ["opening", "entering", "weights", "rating", "pairing", "judging", "settling", "log"],
    rules: [
      "blind-alt.ts",
      "elo.ts",
      "field.server.ts",
      "schema.ts",
      "slug.ts",
      "schedule.ts",
      "visibility.server.ts",
      "crucible-messages.ts",
    ],
  },
  challenge: {
    folders: ["judge", "opening", "entering", "reviewing", "ending", "horizon"],
    rules: [
      "challenge-messages.ts",
      "looks.ts",
      "schema.ts",
      "slug.ts",
      "times.ts",
      "total.ts",
      "visibility.server.ts",
    ],
  },
};

const HTTP = [
  "@remix-run/*",
  "react",
  "react-dom",
  "react-dom/*",
  "hono",
  "hono/*",
  "@hono/*",
  "@mantine/*",
  "@conform-to/*",
];
const DATABASE = ["drizzle-orm", "drizzle-orm/*", "better-sqlite3"];
const SERVER_FILES = ["~/**/*.server", "./**/*.server", "../**/*.server"];

function forbid(files, group, message, more = []) {
  return {
    files,
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ group, message }, ...more] }] },
  };
}

/** A list of all kinds imports one door of each module, and nothing else. */
function listOf(list, door) {
  const regex = `^(?!~/domain/[a-z-]+/${door.replace(".", "\\.")}$)`;
  const message = `This list imports ${door} of each module, and nothing else.`;
  return {
    files: [`app/domain/${list}`],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ regex, message }] }] },
  };
}

const doorFiles = DOORS.map((door) => `app/domain/*/${door}.ts`);
const doorImports = DOORS.flatMap((door) => [`~/domain/*/${door}`, `../*/${door}`]);
const gathering = gatherers.flatMap((name) => [`~/domain/${name}/**`, `../${name}/**`]);

const domainModules = modules.map((name) =>
  zone(`app/domain/${name}/**/!(all|all.server).ts`, "app/domain", [
    ...new Set([name, ...everybody, ...(mayImport[name] ?? leaves)]),
  ]),
);

// A route may share files with the routes of its own module; access.ts of each is gathered in one place.
const routeFolders = readdirSync("app/routes", { withFileTypes: true }).filter((one) => one.isDirectory());
const routes = [
  ...routeFolders.map(({ name }) => zone(`app/routes/${name}`, "app/routes", [name])),
  zone(
    "app/routes/*.ts",
    "app/routes",
    routeFolders.map(({ name }) => `${name}/access.ts`),
  ),
];

const orderWithin = Object.entries(contests).flatMap(([name, { folders, rules }]) => {
  const module = `app/domain/${name}`;
  return [
    ...folders.map((folder, at) => zone(`${module}/${folder}`, module, [...folders.slice(0, at + 1), ...rules])),
    ...rules.map((file) => zone(`${module}/${file}`, module, rules)),
  ];
});

export default tseslint.config(
  { ignores: ["build/", "node_modules/", "data/", "shots/", "**/*.mjs"] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "import-x": importX },
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })] },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "no-console": ["error", { allow: ["log", "error"] }],
      "import-x/no-cycle": ["error", { maxDepth: 8 }],
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [...domainModules, ...orderWithin, ...routes, ...layers],
        },
      ],
    },
  },
  { files: ["app/**/*.tsx"], plugins: { "react-hooks": hooks }, rules: hooks.configs.recommended.rules },
  forbid(["app/domain/**/*.ts"], HTTP, "The domain knows no HTTP and no React.", [
    { group: doorImports, message: "The lists of all kinds import doors; ask them." },
  ]),
  forbid(doorFiles, HTTP, "The domain knows no HTTP and no React.", [
    { group: gathering, message: "A door knows nothing of who asks it." },
    { group: doorImports, message: "The lists of all kinds import doors; ask them." },
  ]),
  ...Object.entries(LISTS).map(([list, door]) => listOf(list, door)),
  forbid(["app/routes/**/*.{ts,tsx}"], DATABASE, "Routes call domain modules; they never query."),
  forbid(["app/api/**/*.ts"], DATABASE, "Endpoints call domain modules; they never query."),
  forbid(["app/web/**/*.{ts,tsx}"], DATABASE, "The web layer never queries."),
  forbid(["jobs/**/*.ts"], [...DATABASE, ...HTTP], "A job is one domain call."),
  forbid(["app/ui/**/*.{ts,tsx}"], [...DATABASE, ...SERVER_FILES], "What runs in the browser imports no server file."),
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Chance is an argument; pages take it from web/server/chance." },
      ],
    },
  },
  ...lengths,
  // Composition roots put the parts together.
  {
    files: ["app/server.ts", "app/entry.server.tsx", "db/seed.ts", "db/seed/**/*.ts"],
    rules: { "import-x/no-restricted-paths": "off" },
  },
  {
    files: ["**/*.test.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-restricted-imports": "off",
      "import-x/no-restricted-paths": "off",
      "no-console": "off",
    },
  },
);
