import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { parseArgs } from "node:util";
import { verificationSummary } from "~/domain/crucible/log/verification-summary";
import { verifyLog } from "~/domain/crucible/log/verifying";

// `npm run verify -- FILE [--head HASH]`: recounts the log of a completed crucible. Exits with 0 if it checks out, 1 if not, 2 on an error.
try {
  const { file, head } = readArguments();
  const checked = verifyLog(linesOf(file), head);
  for (const line of verificationSummary(checked)) console.log(line);
  if (checked.ok && !head)
    console.log("Compare it with the hash on the results page: a forged log would have a different one.");
  process.exitCode = checked.ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function readArguments() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: { type: "string" } } });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error("Usage: npm run verify -- FILE [--head HASH]");
  return { file, head: values.head?.replace(/\s/g, "") };
}

/** The lines of a file of any size, one at a time. */
function* linesOf(file: string) {
  const opened = openSync(file, "r");
  const decoder = new StringDecoder("utf8");
  const chunk = Buffer.alloc(1 << 20);
  let rest = "";
  for (let read = readSync(opened, chunk); read > 0; read = readSync(opened, chunk)) {
    const lines = (rest + decoder.write(chunk.subarray(0, read))).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  closeSync(opened);
  if (rest) yield rest;
}
