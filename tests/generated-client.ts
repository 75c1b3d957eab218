import { createClient } from "@hey-api/openapi-ts";
import { build } from "esbuild";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Result<T> = { data?: T; error?: { type: string; status: number; error?: string }; response: Response };
// Named by the generator, from the document's operation ids.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Operation = (options?: object) => Promise<Result<any>>;

/** A client of the site's API as a stranger would get one: made from its OpenAPI document by a generator. */
export async function generatedClient(url: string, token?: string) {
  const folder = await mkdtemp(join(tmpdir(), "crucible-client-"));
  await createClient({
    input: `${url}/api/openapi.json`,
    output: { path: folder },
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk"],
    logs: { level: "silent" },
  });
  const outfile = join(folder, "client.mjs");
  const contents = `export * from "./sdk.gen.ts"; export { client } from "./client.gen.ts";`;
  const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
  await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", logLevel: "error" });
  const { client, ...operations } = (await import(pathToFileURL(outfile).href)) as {
    client: { setConfig: (config: object) => void };
  } & Record<string, Operation>;
  client.setConfig({ auth: token });
  return { folder, as: (auth?: string) => client.setConfig({ auth }), ...operations } as Client;
}

type Client = { folder: string; as: (token?: string) => void } & Record<string, Operation>;
