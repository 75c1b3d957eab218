import { parseAir } from "../air";
import { classifyHash } from "../hashes";
import type { DeclaredResource, GenerationMetadata, Hashes, RawEntry, ResourceKind } from "../generation";

/** What a parser makes of a file's texts: all but the texts themselves. */
export type Findings = Omit<GenerationMetadata, "raw">;
export type Parser = (entries: readonly RawEntry[]) => Findings | null;

type Details = Omit<DeclaredResource, "kind" | "hashes" | "name"> & { name?: string; hash?: string; hashes?: Hashes };

const NOTHING = /^(?:none|null|automatic|default(?: \(model\))?|baked ?vae|undefined|@none|@default)?$/i;
const ABSOLUTE = /^(?:[a-z]:[/\\]|[/\\~]).*[^/\\]$/i;
const MAX_RESOURCES = 200;

/** Findings without what is unknown, and with every resource once. */
export function findings(generator: string, fields: Partial<Findings>): Findings {
  return { ...known(fields), generator, resources: once(fields.resources ?? []) };
}

/** Fields without those that say nothing. */
export function known(fields: Partial<Findings>): Partial<Findings> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}

/** A resource of `kind`, or none at all when nothing identifies it. An AIR given for a name is taken apart. */
export function resource(kind: ResourceKind, { name, hash, hashes, ...rest }: Details): DeclaredResource[] {
  const air = parseAir(rest.air ?? name ?? "");
  const one: DeclaredResource = {
    kind: air?.kind ?? kind,
    ...(name && !NOTHING.test(name.trim()) && !parseAir(name) && { name: withoutPlace(name.trim()) }),
    hashes: hashes ?? classifyHash(hash),
    ...(rest.versionId && { versionId: rest.versionId }),
    ...(air && { air: air.urn, ...(air.versionId && { versionId: air.versionId }) }),
    ...(rest.weight !== undefined && { weight: rest.weight }),
  };
  const named = one.name || one.versionId || one.air || Object.keys(one.hashes).length > 0;
  return named ? [one] : [];
}

// Where a file lies on somebody's own disk is nobody's business, and tells nothing of the model.
function withoutPlace(name: string) {
  return ABSOLUTE.test(name) ? name.split(/[/\\]/).pop()! : name;
}

/** The first text under any of `keys`, in the order of the keys. */
export function textOf(entries: readonly RawEntry[], ...keys: string[]) {
  for (const key of keys) {
    const entry = entries.find((one) => one.key === key);
    if (entry) return entry.text;
  }
  return undefined;
}

const COMMENT_KEYS = [
  ...["parameters", "UserComment", "Comment", "comment"],
  ...["ImageDescription", "XPComment", "Description", "description"],
];

/** Every text in a place where tools leave parameters: never a workflow, which may quote another picture's. */
export function commentsOf(entries: readonly RawEntry[]) {
  return COMMENT_KEYS.flatMap((key) => entries.filter((one) => one.key === key).map((one) => one.text));
}

/** The names of embeddings called in a prompt as `embedding:name`. */
export function embeddingsIn(...prompts: (string | undefined)[]) {
  const calls = prompts.flatMap((prompt) => [...(prompt ?? "").matchAll(/\bembedding:([\w\-./\\]{1,120})/g)]);
  return calls.flatMap(([, name]) => resource("embedding", { name }));
}

function once(resources: DeclaredResource[]) {
  const seen = new Map<string, DeclaredResource>();
  for (const one of resources.slice(0, MAX_RESOURCES)) {
    const identity = `${one.kind} ${one.versionId ?? one.air ?? one.name ?? JSON.stringify(one.hashes)}`;
    const before = seen.get(identity);
    seen.set(identity, before ? { ...one, ...before, hashes: { ...one.hashes, ...before.hashes } } : one);
  }
  return [...seen.values()];
}
