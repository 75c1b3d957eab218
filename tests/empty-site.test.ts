import { expect, test } from "vitest";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { makePerson } from "~/tests/world";
import { headingsOutOfOrder, mainOf, renderedSite, wordsOf } from "./rendered-site";

const { folder } = useDatabase();
const configure = useSettings();

/** What the first person of a site reads on every page with a list of something. */
const lists = {
  "/crucibles": /No crucibles are running.*Create a crucible/,
  "/crucibles?q=zeppelin": /Nothing matches/,
  "/crucibles?tab=new&status=completed": /Nothing matches/,
  "/leaderboard": /No scores yet/,
  "/people/ada": /You haven’t entered anything yet/,
  "/people/ada/crucibles": /You haven’t created a crucible yet/,
  "/people/ada/comments": /You haven’t commented yet/,
  "/wallet": /No transactions yet/,
  "/wallet?kind=prize": /No transactions match/,
  "/notifications": /No notifications yet/,
  "/library": /Your library is empty/,
  "/moderation": /No open reports/,
  "/moderation/people?q=nobody": /No users match/,
  "/moderation/levels": /Everything has a rating/,
  "/moderation/featured": /Nothing is featured/,
  "/moderation/catalogue": /No models yet/,
  "/moderation/catalogue?q=zeppelin": /No models match/,
  "/moderation/log": /No actions yet/,
};

test("every list says something where there is nothing to list, under headings that are in order", async () => {
  configure({ NODE_ENV: "test", DATA_DIR: folder() });
  const get = await renderedSite(/./);
  const ada = await makePerson({ username: "ada", role: "admin", buzz: 0 });
  const session = { userId: ada, userAgent: "a test", now: new Date(), days: 1, replaces: null };
  const cookie = `session=${await write((tx) => startSession(tx, session))}`;
  for (const [path, words] of Object.entries(lists)) {
    const { status, html } = await get(path, cookie);
    expect([path, status, headingsOutOfOrder(html)]).toEqual([path, 200, []]);
    expect(wordsOf(mainOf(html)), path).toMatch(words);
  }
});
