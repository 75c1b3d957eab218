import { and, desc, gt, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { pageOf, readNumberCursor } from "~/domain/list/keyset";

/**
 * People by score, the best first, and the cursor of the next page (null on the last). Equal scores share a rank. Banned
 * and deleted people are not listed, nor those without a score.
 */
export async function readPeople({ after, limit = 50 }: { after?: string | null; limit?: number } = {}) {
  const cursor = readNumberCursor(after);
  const behind = cursor ? sql`(${users.score}, ${users.id}) < (${cursor.key}, ${cursor.id})` : undefined;
  const found = await reader()
    .select({ id: users.id, username: users.username, score: users.score, membership: users.membership })
    .from(users)
    .where(and(listed(), behind))
    .orderBy(desc(users.score), desc(users.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ score, id }) => ({ key: score, id, rank: 0 }));
  const ahead = cursor ? await placeBehind(cursor) : 0;
  return { people: ranked(rows, rows[0] ? await rankOf(rows[0].score) : 1, ahead), next };
}

/** How many people have a higher score, and one. */
export async function rankOf(score: number) {
  return 1 + (await reader().$count(users, and(listed(), gt(users.score, score))));
}

const [ALIKE, NEAR] = [3, 3];

/** Names that begin like one that nobody has, the nearest in length first. */
export async function similarUsernames(name: string) {
  if (name.length < ALIKE) return [];
  const [from, to] = [name.slice(0, ALIKE), `${name.slice(0, ALIKE)}\u{10ffff}`];
  const between = sql`${users.username} COLLATE NOCASE >= ${from} AND ${users.username} COLLATE NOCASE < ${to}`;
  const found = await reader()
    .select({ username: users.username })
    .from(users)
    .where(and(between, isNull(users.deletedAt), isNull(users.bannedAt)))
    .orderBy(sql`abs(length(${users.username}) - ${name.length})`, users.username)
    .limit(NEAR);
  return found.map(({ username }) => username);
}

function ranked<T extends { score: number }>(page: T[], firstRank: number, ahead: number) {
  let rank = firstRank;
  return page.map((person, i) => {
    if (i > 0 && person.score < page[i - 1]!.score) rank = ahead + i + 1;
    return { ...person, rank };
  });
}

/** People up to the cursor, itself included. */
function placeBehind({ key, id }: { key: number; id: number }) {
  return reader().$count(users, and(listed(), sql`(${users.score}, ${users.id}) >= (${key}, ${id})`));
}

function listed() {
  return and(gt(users.score, 0), isNull(users.deletedAt), isNull(users.bannedAt));
}
