import { json, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { returnedIfCancelled } from "~/domain/challenge/ending/canceling.server";
import { theJudge } from "~/domain/challenge/judge/port.server";
import { pathOf } from "~/domain/challenge/slug";
import { ownEntries, viewChallenge, visitorStatus } from "~/domain/challenge/viewing.server";
import type { ViewedChallenge } from "~/domain/challenge/viewing.server";
import { commentCounts } from "~/domain/comment/comments.server";
import { descriptionHtml, descriptionText } from "~/domain/list/markdown";
import { isModerator } from "~/domain/moderation/rules";
import { challengeText } from "~/ui/challenge/challenge-words";
import { ChallengeFigures, YourChallengeEntries } from "~/ui/challenge/figures";
import { ChallengeEnded, ChallengeHero } from "~/ui/challenge/hero";
import { backOf, ChallengeModeratorTools } from "~/ui/challenge/moderation";
import { NoResult } from "~/ui/challenge/no-result";
import { ChallengeRulesPanel, JudgePanel, PrizePanel } from "~/ui/challenge/side";
import { challengeState } from "~/ui/challenge/state";
import type { ChallengeContext } from "~/ui/challenge/view";
import { Reasoned } from "~/ui/contest/reasoned";
import { Disclosure } from "~/ui/parts/panel";
import { publicMeta } from "~/ui/parts/public-meta";
import { useRefreshing } from "~/ui/parts/refreshing";
import { Tabs } from "~/ui/parts/tabs";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { notFound, rowNumber, viewer } from "~/web/session/guard.server";
import { currentUser } from "~/web/session/session.server";

const REFRESH = 15_000;

export const handle = { body: "docked" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [who, user, now] = [await viewer(request), await currentUser(request), clock.now()];
  const found = await viewChallenge(rowNumber(params.id) ?? 0, who, now);
  if (!found) throw notFound();
  keepAddress(request, params.slug, found);
  const moderator = user !== null && isModerator(user);
  const open = !["completed", "cancelled"].includes(found.status);
  const own = user && (await ownEntries({ challengeId: found.id, userId: user.id }));
  return json({
    challenge: {
      ...datesToMs(found),
      path: pathOf(found),
      description: descriptionHtml(found.description),
      summary: descriptionText(found.description),
    },
    person: user && (await visitorStatus({ challengeId: found.id, userId: user.id })),
    own: own && own.map((entry) => ({ ...entry, review: entry.review && datesToMs(entry.review) })),
    provider: theJudge()?.provider ?? null,
    moderator,
    returned: open && (moderator || found.mine) ? await returnedIfCancelled(found) : null,
    comments: (await commentCounts("challenge", [found.id])).get(found.id) ?? 0,
    signedIn: user !== null,
    now: now.getTime(),
  });
}

/** Sends those who come by an old or shortened address to the one that holds. */
function keepAddress(request: Request, slug: string | undefined, challenge: ViewedChallenge) {
  const { pathname, search } = new URL(request.url);
  const atFront = slug !== undefined || /^\/challenges\/\d+\/?$/.test(pathname);
  if (atFront && pathname !== pathOf(challenge)) throw redirect(pathOf(challenge) + search, 302);
}

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) => {
  if (!data) return [{ title: "Challenge · Crucible" }];
  const { id, title, invitation, summary } = data.challenge;
  const description = invitation || summary || undefined;
  return publicMeta(args, { title, description, image: `/challenges/${id}/card.png` });
};

export default function ChallengePage() {
  const { challenge, now } = useLoaderData<typeof loader>();
  const { phase } = challengeState(challenge, now);
  const over = phase === "completed" || phase === "cancelled";
  useRefreshing(over ? 0 : REFRESH);
  return over ? <Over /> : <Running reload={phase === "completing"} />;
}

function Running({ reload }: { reload: boolean }) {
  const { challenge, person, own, provider, moderator, returned, now } = useLoaderData<typeof loader>();
  const state = challengeState(challenge, now);
  return (
    <main id="main" className="wrap crucible has-dock">
      {reload ? (
        <noscript>
          <meta httpEquiv="refresh" content="15" />
        </noscript>
      ) : null}
      <ChallengeHero challenge={challenge} state={state} now={now} />
      <div className="cols">
        <ChallengeFigures challenge={challenge} state={state} person={person} now={now} />
        <YourChallengeEntries challenge={challenge} own={own} />
        <div className="body stack">
          <PageTabs />
          <Under />
        </div>
        <aside className="side stack" aria-label="Prizes, judge and rules">
          <PrizePanel challenge={challenge} />
          <JudgePanel challenge={challenge} provider={provider} />
          <ChallengeRulesPanel challenge={challenge} />
          {moderator && returned ? (
            <ChallengeModeratorTools challenge={challenge} state={state} returned={returned} />
          ) : null}
          {challenge.mine && !moderator && returned ? <OwnersTools /> : null}
        </aside>
      </div>
    </main>
  );
}

/** What the person who opened it may do until somebody has entered, and while it runs. */
function OwnersTools() {
  const { challenge, returned } = useLoaderData<typeof loader>();
  const { id, entryCount, judgedBy } = challenge;
  return (
    <Disclosure summary="Your challenge" className="panel mod">
      {judgedBy === "model" ? (
        <p className="row">
          <Link className="btn" to={`/challenges/${id}/looks`}>
            {challengeText.addReviews}
          </Link>
        </p>
      ) : null}
      {entryCount === 0 ? (
        <Reasoned
          action={`/challenges/${id}/cancellation`}
          label="Reason to cancel it"
          hint={`Shown to everyone involved. You get back ${backOf(returned!)}.`}
          button={challengeText.cancel}
          danger
        />
      ) : (
        <p className="why">There are entries, so only moderators can cancel it now.</p>
      )}
    </Disclosure>
  );
}

function Over() {
  const { challenge, provider, now } = useLoaderData<typeof loader>();
  const state = challengeState(challenge, now);
  return (
    <main id="main" className="wrap results">
      <ChallengeEnded challenge={challenge} state={state} now={now} />
      <NoResult challenge={challenge} />
      <PageTabs />
      {/results$/.test(useLocation().pathname) ? (
        <Under />
      ) : (
        <div className="cols">
          <div className="body stack">
            <Under />
          </div>
          <aside className="side stack" aria-label="Judge and rules">
            <JudgePanel challenge={challenge} provider={provider} />
            <ChallengeRulesPanel challenge={challenge} />
          </aside>
        </div>
      )}
    </main>
  );
}

function PageTabs() {
  const { challenge, own, comments } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const under = `/challenges/${challenge.id}`;
  const tabs = [
    { to: challenge.path, label: "Entries", count: challenge.entryCount },
    ...(challenge.status === "completed" ? [{ to: `${under}/results`, label: "Results" }] : []),
    { to: `${under}/mine`, label: challengeText.yourEntries, count: own?.length },
    { to: `${under}/rules`, label: challenge.status === "completed" ? "Rules and instructions" : "Rules" },
    { to: `${under}/discussion`, label: "Discussion", count: comments },
  ];
  return <Tabs label="This challenge" tabs={tabs.map((tab) => ({ ...tab, current: tab.to === pathname }))} />;
}

function Under() {
  const { challenge, signedIn, moderator, now } = useLoaderData<typeof loader>();
  return <Outlet context={{ challenge, signedIn, moderator, now } satisfies ChallengeContext} />;
}
