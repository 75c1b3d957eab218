import { beforeEach, expect, test } from "vitest";
import { handle } from "~/db/client";
import { apiClient, read, tokenFor } from "~/tests/api-client";
import { useDatabase } from "~/tests/database";
import { makeMedia, makePerson, openTestCrucible } from "~/tests/factories";
import { rowsOf } from "~/tests/judge-client";

useDatabase();

const ask = apiClient();
let author: number;
let token: string;
let paths: string[];

beforeEach(async () => {
  author = await makePerson();
  token = await tokenFor(author, "create");
  const crucible = await openTestCrucible(author);
  paths = [`/crucibles/${crucible}/comments`, `/media/${keyOf(await makeMedia(author))}/comments`];
});

function keyOf(mediaId: number) {
  return rowsOf<{ key: string }>("SELECT key FROM media WHERE id = ?", mediaId)[0]!.key;
}

const list = (path: string, query = "", as?: string) => read(ask("GET", path + query, { token: as }));
const say = (path: string, body: string) => read(ask("POST", path, { token, body: { body } }));

test("comments are listed newest first, in pages that meet without gap or double", async () => {
  for (const path of paths) {
    for (let i = 1; i <= 5; i++) expect((await say(path, `Comment ${i}`)).status).toBe(201);
    const seen: string[] = [];
    let query = "?limit=2";
    for (let pages = 0; query && pages < 9; pages++) {
      const { value } = await list(path, query);
      expect(value.items.length).toBeLessThanOrEqual(2);
      seen.push(...value.items.map(({ body }: { body: string }) => body));
      query = value.next === null ? "" : `?limit=2&after=${value.next}`;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1].map((i) => `Comment ${i}`));
  }
});

test("a comment tells who wrote it, and nothing else of them", async () => {
  for (const path of paths) {
    await say(path, "Hello");
    const [guest] = (await list(path)).value.items;
    expect(guest).toMatchObject({ body: "Hello", own: false, editedAt: null });
    expect(Object.keys(guest.author).sort()).toEqual(["id", "username"]);
    expect((await list(path, "", token)).value.items[0].own).toBe(true);
  }
});

test("a deleted comment is gone from the list", async () => {
  for (const path of paths) {
    const { value } = await say(path, "Taken back");
    handle().writer.prepare("UPDATE comments SET deleted_at = 1, deleted_by = ? WHERE id = ?").run(author, value.id);
    expect((await list(path)).value.items).toEqual([]);
  }
});

test("what a viewer may not see has no comments for them, and takes none from them", async () => {
  const owner = await makePerson();
  const hidden = [
    `/crucibles/${await openTestCrucible(owner, { levels: 16 })}/comments`,
    `/media/${keyOf(await makeMedia(owner, { level: 16 }))}/comments`,
    `/media/${keyOf(await makeMedia(owner, { publishedAt: null }))}/comments`,
    `/media/${"0".repeat(40)}/comments`,
    "/crucibles/999999/comments",
  ];
  for (const path of hidden) {
    expect((await list(path)).status, path).toBe(404);
    expect((await list(path, "", token)).status, path).toBe(404);
    expect((await say(path, "Hello")).status, path).toBe(404);
  }
});

test("a cursor that makes no sense gives the first page, and empty comments are refused", async () => {
  for (const path of paths) {
    await say(path, "Hello");
    for (const after of ["x", "-1", "0", "1e9", "null"])
      expect((await list(path, `?after=${after}`)).value.items).toHaveLength(1);
    expect((await list(path, "?limit=101")).status).toBe(400);
    for (const body of ["", "   ", "\u200b", "x".repeat(1001)]) expect((await say(path, body)).status).toBe(400);
  }
});
