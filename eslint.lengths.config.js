import { builtinRules } from "eslint/use-at-your-own-risk";

// How long a function and a file may be: docs/principles.md.
const FILE = 200;
const TEST_FILE = 320;
const FUNCTION = 25;
const COMPONENT = 60;

const tests = ["**/*.test.{ts,tsx}", "tests/**/*.{ts,tsx}"];

/** Lists of columns, constraints and prepared statements: cutting them up would not make them easier to read. */
const declarations = ["db/schema/**/*.ts", "**/*-queries.server.ts"];

/** These are being rewritten and leave the list when they are done. */
const tooLongYet = [
  "app/api/router.server.ts",
  "app/domain/media/poster.server.ts",
  "app/domain/media/s3-storage.server.ts",
  "app/domain/media/store-media.server.ts",
  "app/domain/metadata/generators/comfyui.test.ts",
];

const builtIn = builtinRules.get("max-lines-per-function");

/** ESLint's own rule, except that a `describe` may be as long as its file: it holds tests, and they are counted. */
const functionLength = {
  meta: builtIn.meta,
  create(context) {
    const report = (problem) => isDescribe(problem.node, context.sourceCode) || context.report(problem);
    return builtIn.create(Object.create(context, { report: { value: report } }));
  },
};

function isDescribe({ parent }, source) {
  return parent?.type === "CallExpression" && /^(test\.)?describe\b/.test(source.getText(parent.callee));
}

function functionsOf(max) {
  return { "length/function": ["error", { max, skipBlankLines: true, skipComments: true }] };
}

export const lengths = [
  {
    files: ["**/*.{js,ts,tsx}"],
    plugins: { length: { rules: { function: functionLength } } },
    rules: { "max-lines": ["error", FILE], ...functionsOf(FUNCTION) },
  },
  { files: ["**/*.tsx"], rules: functionsOf(COMPONENT) },
  { files: tests, rules: { "max-lines": ["error", TEST_FILE], ...functionsOf(COMPONENT) } },
  { files: declarations, rules: { "length/function": "off" } },
  { files: tooLongYet, rules: { "max-lines": "off", "length/function": "off" } },
];
