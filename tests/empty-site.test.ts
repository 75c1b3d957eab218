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
  "/crucibles": /No crucible is running.*Create the first one/,
  "/crucibles?q=zeppelin": /Nothing matches/,
  "/crucibles?tab=new&status=completed": /Nothing matches/,
  "/leaderboard": /Nobody has a score yet/,
  "/people/ada": /You have not entered anything yet/,
  "/people/ada/crucibles": /You have not opened a crucible yet/,
  "/people/ada/comments": /You have not said anything yet/,
  "/wallet": /Nothing has moved yet/,
  "/wallet?kind=prize": /Nothing matches/,
  "/notifications": /Nothing has happened yet/,
  "/library": /Your library is empty/,
  "/moderation": /No report is open/,
  "/moderation/people?q=nobody": /Nobody matches/,
  "/moderation/levels": /Everything is rated/,
  "/moderation/featured": /Nothing is picked/,
  "/moderation/catalogue": /No model has been seen yet/,
  "/moderation/catalogue?q=zeppelin": /No model matches/,
  "/moderation/log": /Nothing has been done yet/,
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
