import type { z } from "zod";
import { accessByModule } from "~/routes/all-access";
import { endpoints } from "~/api/all";
import type { Access } from "~/web/request/access";

type Definition = { type: string; innerType?: z.ZodType; in?: z.ZodType };
type Schema = { shape?: Record<string, z.ZodType>; options?: Schema[] };

const TABLE = /(<!-- addresses: (\w+) -->\n)[^]*?(<!-- end -->)/g;
const API_TABLE = /(<!-- endpoints -->\n)[^]*?(<!-- end -->)/;
const API_HEAD = "| endpoint | who | scope | what |\n|---|---|---|---|\n";
const HEAD = "| address | method | who | fields | answer |\n|---|---|---|---|---|\n";

/** docs/http.md with the table of each module printed again between its marks; one without marks gets them at the end. */
export function withTables(text: string) {
  return withMarks(text)
    .replaceAll(TABLE, (_all, start: string, module: string, end: string) => start + tableOf(module) + end)
    .replace(API_TABLE, (_all, start: string, end: string) => start + endpointTable() + end);
}

function withMarks(text: string) {
  const missing = Object.keys(accessByModule).filter((module) => !modulesIn(text).includes(module));
  const headed = missing.map((module) => `\n## ${module[0]!.toUpperCase()}${module.slice(1)}\n\n${marksOf(module)}`);
  return text + headed.join("");
}

function marksOf(module: string) {
  return `<!-- addresses: ${module} -->\n<!-- end -->\n`;
}

/** The modules that the document has a table for. */
export function modulesIn(text: string) {
  return [...text.matchAll(TABLE)].map(([, , module]) => module!);
}

function endpointTable() {
  const rows = endpoints.map(
    ({ method, path, who, scope, summary }) =>
      `| ${method} \`/api${path}\` | ${who} |${scope ? ` \`${scope}\`` : ""} | ${summary} |\n`,
  );
  return API_HEAD + rows.join("");
}

function tableOf(module: string) {
  const rows = Object.entries(accessByModule[module] ?? {}).filter(([address]) => address !== "/*");
  return HEAD + rows.flatMap(([address, access]) => rowsOf(address, access)).join("");
}

function rowsOf(address: string, { get, query, shows, post, fields, reads, answers, whose }: Access) {
  return [
    ...(get ? [rowOf(address, "GET", whose ?? get, query, shows ?? "200")] : []),
    ...(post ? [rowOf(address, "POST", whose ?? post, fields ?? fieldsOf(reads), answers ?? "303")] : []),
  ];
}

function rowOf(address: string, method: string, who: string, fields: string | undefined, answer: string) {
  return `| \`${address}\` | ${method} | ${who} |${fields ? ` ${fields}` : ""} | ${answer} |\n`;
}

function fieldsOf(schema: z.ZodType | undefined) {
  return (
    schema &&
    namesIn(schema as Schema)
      .map(({ name, many }) => `\`${name}\`${many ? " (many)" : ""}`)
      .join(" ")
  );
}

/** The names a form may carry, `name?` where it may be left out; of one of several forms, none is in all of them. */
export function namesIn({ shape, options }: Schema): { name: string; many: boolean }[] {
  if (options) {
    const names = new Set(options.flatMap((one) => Object.keys(one.shape!)));
    return [...names].map((name) => ({ name: `${name}?`, many: false }));
  }
  return Object.entries(shape ?? {}).map(([name, field]) => ({
    name: field.safeParse(undefined).success ? `${name}?` : name,
    many: isList(field),
  }));
}

function isList(field: z.ZodType): boolean {
  const { type, innerType, in: before } = field.def as Definition;
  const inner = innerType ?? before;
  return type === "array" || (inner !== undefined && isList(inner));
}
