import { z } from "zod";
import type { Endpoint } from "./endpoint";
import { generalProblems } from "./problem.server";
import { mediaTypes } from "./reading.server";
import { API_VERSION } from "./version";

type Json = Record<string, unknown>;

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};

/** The whole API as an OpenAPI 3.1 document, made from the schemas that also read requests and write answers. */
export function openApi(endpoints: Endpoint[], origin: string) {
  const paths: Record<string, Json> = {};
  for (const one of endpoints) (paths[pathOf(one)] ??= {})[one.method.toLowerCase()] = operation(one);
  return {
    openapi: "3.1.0",
    info: { title: "Crucible", version: API_VERSION, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: `${origin}/api` }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A personal or access token" } },
    },
  };
}

function pathOf({ path }: Endpoint) {
  return path.replaceAll(/:(\w+)/g, "{$1}") || "/";
}

function operation(one: Endpoint): Json {
  const { who, scope, summary, description, body, bodyType = "json" } = one;
  return {
    operationId: operationId(one),
    summary,
    description: [description, scope && `Scope: \`${scope}\`.`].filter(Boolean).join("\n\n") || undefined,
    tags: [one.path.split("/")[1]],
    security: who === "anyone" ? [{}, { token: [] }] : [{ token: [] }],
    parameters: [...parametersOf(one.params, "path"), ...parametersOf(one.query, "query"), ...keyHeader(one)],
    requestBody: body && { required: true, content: { [mediaTypes[bodyType]]: { schema: schemaOf(body, "input") } } },
    responses: responsesOf(one),
  };
}

/** `GET /crucibles/:id/entries` → `getCruciblesByIdEntries`: stable, and fit for a name in any language. */
function operationId({ method, path }: Endpoint) {
  const words = path.split(/[/-]/).filter(Boolean);
  const named = words.map((word) => (word.startsWith(":") ? `By${capital(word.slice(1))}` : capital(word)));
  return method.toLowerCase() + named.join("").replaceAll(/[^A-Za-z0-9]/g, "");
}

function capital(word: string) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    description,
    schema: rest,
  }));
}

function keyHeader({ movesBuzz }: Endpoint): Json[] {
  if (!movesBuzz) return [];
  const description =
    "A key of your choice. The same request sent again with it does nothing and gets the same answer.";
  return [
    { name: "Idempotency-Key", in: "header", required: true, description, schema: { type: "string", maxLength: 255 } },
  ];
}

function responsesOf({ output, outputType, method, refusals = {} }: Endpoint) {
  const statuses: Record<string, Json> = {};
  const success = output || outputType ? (method === "POST" ? "2XX" : "200") : "204";
  const content = outputType
    ? { [outputType]: { schema: { type: "string" } } }
    : output && { "application/json": { schema: schemaOf(output, "output") } };
  statuses[success] = { description: "Done", ...(content ? { content } : {}) };
  const problems = Object.entries({ ...refusals, "rate-limited": generalProblems["rate-limited"] });
  for (const [status, some] of Map.groupBy(problems, ([, { status }]) => status)) {
    const description = some.map(([reason, { title }]) => `\`${reason}\`: ${title}`).join("\n\n");
    statuses[String(status)] = { description, ...problemContent };
  }
  return { ...statuses, default: { description: "Any other problem", ...problemContent } };
}

const problemContent = {
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
}
