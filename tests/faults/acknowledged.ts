import { existsSync, readFileSync } from "node:fs";
import { handle } from "~/db/client";

/** A deed that the site said was done, and when. */
export type Action = { deed: string; id: number; at: number };

const proofs: Record<string, string> = {
  opened: "SELECT 1 FROM crucibles WHERE id = ?",
  entered: "SELECT 1 FROM entries e JOIN transfers t ON t.id = e.fee_transfer_id WHERE e.id = ?",
  voted: "SELECT 1 FROM votes WHERE pair_id = ?",
  settled: "SELECT 1 FROM crucibles WHERE id = ? AND status = 'completed'",
};

/** The deeds in the file, in their order. A line that was cut off by a kill was not acknowledged. */
export function readActions(path: string): Action[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => {
    const [deed, id, at] = line.split(" ");
    return { deed: deed!, id: Number(id), at: Number(at) };
  });
}

/** Those of the deeds of which the open database knows nothing. */
export function lostAmong(deeds: Action[]) {
  return deeds.filter(({ deed, id }) => !handle().reader.prepare(proofs[deed]!).get(id));
}
