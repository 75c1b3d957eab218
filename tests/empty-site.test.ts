import { expect, test } from "vitest";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { makePerson } from "~/tests/factories";
import { discoveryWords } from "~/ui/crucible/discovery/discovery-words";
import { libraryWords } from "~/ui/parts/library-words";
import { moderationWords } from "~/ui/moderation/moderation-words";
import { peopleWords } from "~/ui/parts/people-words";
import { walletWords } from "~/ui/parts/wallet-words";
import { headingsOutOfOrder, mainOf, renderedSite, wordsOf } from "./rendered-site";

const { folder } = useDatabase();
const configure = useSettings();

/** What the first person of a site reads on every page with a list of something. */
const lists: Record<string, string> = {
  "/crucibles": discoveryWords.noneRunning,
  "/crucibles?q=zeppelin": discoveryWords.nothingMatches,
  "/crucibles?tab=new&status=completed": discoveryWords.nothingMatches,
  "/leaderboard": peopleWords.noScores,
  "/people/ada": peopleWords.nothingEntered,
  "/people/ada/crucibles": peopleWords.noneCreated,
  "/people/ada/comments": peopleWords.noComments,
  "/wallet": walletWords.noTransactions,
  "/wallet?kind=prize": walletWords.noneMatch,
  "/notifications": peopleWords.noNotifications,
  "/library": libraryWords.empty,
  "/moderation": moderationWords.noOpenReports,
  "/moderation/people?q=nobody": moderationWords.noUsersMatch,
  "/moderation/levels": moderationWords.everythingRated,
  "/moderation/featured": moderationWords.nothingFeatured,
  "/moderation/catalogue": moderationWords.noModels,
  "/moderation/catalogue?q=zeppelin": moderationWords.noModelsMatch,
  "/moderation/log": moderationWords.noActions,
};

test("every empty list has a message, under headings in order", async () => {
  configure({ NODE_ENV: "test", DATA_DIR: folder() });
  const get = await renderedSite(/./);
  const ada = await makePerson({ username: "ada", role: "admin", buzz: 0 });
  const session = { userId: ada, userAgent: "a test", now: new Date(), days: 1, replaces: null };
  const cookie = `session=${await write((tx) => startSession(tx, session))}`;
  for (const [path, words] of Object.entries(lists)) {
    const { status, html } = await get(path, cookie);
    expect([path, status, headingsOutOfOrder(html)]).toEqual([path, 200, []]);
    expect(wordsOf(mainOf(html)), path).toContain(words);
  }
});
