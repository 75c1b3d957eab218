import { expect, test } from "vitest";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { makePerson } from "~/tests/factories";
import { discoveryText } from "~/ui/crucible/discovery/discovery-words";
import { libraryText } from "~/ui/parts/library-words";
import { moderationText } from "~/ui/moderation/moderation-words";
import { peopleText } from "~/ui/parts/people-words";
import { walletText } from "~/ui/parts/wallet-words";
import { headingsOutOfOrder, mainOf, renderedSite, visibleText } from "./rendered-site";

const { folder } = useDatabase();
const configure = useSettings();

/** What the first person of a site reads on every page with a list of something. */
const lists: Record<string, string> = {
  "/crucibles": discoveryText.noneRunning,
  "/crucibles?q=zeppelin": discoveryText.nothingMatches,
  "/crucibles?tab=new&status=completed": discoveryText.nothingMatches,
  "/leaderboard": peopleText.noScores,
  "/people/ada": peopleText.nothingEntered,
  "/people/ada/crucibles": peopleText.noneCreated,
  "/people/ada/comments": peopleText.noComments,
  "/wallet": walletText.noTransactions,
  "/wallet?kind=prize": walletText.noneMatch,
  "/notifications": peopleText.noNotifications,
  "/library": libraryText.empty,
  "/moderation": moderationText.noOpenReports,
  "/moderation/people?q=nobody": moderationText.noUsersMatch,
  "/moderation/levels": moderationText.everythingRated,
  "/moderation/featured": moderationText.nothingFeatured,
  "/moderation/catalog": moderationText.noModels,
  "/moderation/catalog?q=zeppelin": moderationText.noModelsMatch,
  "/moderation/log": moderationText.noActions,
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
    expect(visibleText(mainOf(html)), path).toContain(words);
  }
});
