import Database from "better-sqlite3";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { RunningSite } from "./server";

/** Straight into the running site's database. */
export function editDatabase(site: RunningSite, work: (database: Database.Database) => void) {
  const database = new Database(join(site.folder, "crucible.db"));
  work(database);
  database.close();
}

/** A second of moving color, as the browser itself records them. */
export function clip(page: Page) {
  return page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 64 });
    const brush = canvas.getContext("2d")!;
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const done = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      brush.fillStyle = `hsl(${frame * 18} 80% 50%)`;
      brush.fillRect(0, 0, 64, 64);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await done;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
}

/** The entries of a crucible, with their pictures for posters. */
export function turnIntoVideos(site: RunningSite, crucible: number, bytes: number[]) {
  editDatabase(site, (database) => {
    const entered = "id IN (SELECT media_id FROM entries WHERE crucible_id = ?)";
    const rows = database.prepare(`SELECT key FROM media WHERE ${entered}`).all(crucible) as { key: string }[];
    for (const { key } of rows)
      writeFileSync(join(site.folder, "media", key.slice(0, 2), key, "video.webm"), Buffer.from(bytes));
    database
      .prepare(`UPDATE media SET kind = 'video', type = 'video/webm', duration_ms = 1000 WHERE ${entered}`)
      .run(crucible);
  });
}
