import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { checkAside } from "~/domain/crucible/log/log-thread.server";
import { pathOf } from "~/domain/crucible/slug";
import { verdictOf } from "~/domain/crucible/log/verdict";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { Panel } from "~/ui/panel";
import { LogParts, Seal } from "~/ui/log-parts";
import { publicMeta } from "~/ui/public-meta";
import { count, number } from "~/ui/words";
import { readForm } from "~/web/form.server";
import { notFound, numberParam, viewer } from "~/web/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await completed(request, params.id);
  const { id, name, entryCount, voteCount, judgeCount, logHead } = found;
  return json({ id, name, path: pathOf(found), entryCount, voteCount, judgeCount, head: logHead! });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { id } = await completed(request, params.id);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const checked = await checkAside(id);
  return json({ ok: checked.ok, words: verdictOf(checked) });
}

async function completed(request: Request, id: string | undefined) {
  const crucible = await viewCrucible(numberParam(id), await viewer(request));
  if (crucible?.status !== "completed") throw notFound();
  return crucible;
}

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: `Check ${data?.name ?? "a result"}`, image: data && `/crucibles/${data.id}/card.png` });

export default function CrucibleVerify() {
  const { id, name, path, head } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack rules-page">
      <h1>Check the result</h1>
      <p>
        <Link to={path}>{name}</Link> has ended. Everything that its result was made from is in one file, its log, that
        anyone can download and count again: every vote, what it weighed and why, the fees, the prizes. Nobody has to
        believe us.
      </p>
      <Panel title="The log" stack>
        <Sizes />
        <p className="small">
          This seal stands for all of it. Change one letter anywhere in the log, and it becomes another.
        </p>
        <Seal head={head} />
        <p className="row">
          <a className="btn primary" href={`/crucibles/${id}/log`} download>
            Download the log
          </a>
        </p>
      </Panel>
      <Here />
      <Yourself />
      <LogParts />
    </main>
  );
}

function Sizes() {
  const { entryCount, voteCount, judgeCount } = useLoaderData<typeof loader>();
  return (
    <dl className="sum">
      <div>
        <dt>Entries</dt>
        <dd>{number(entryCount)}</dd>
      </div>
      <div>
        <dt>Votes</dt>
        <dd>{number(voteCount)}</dd>
      </div>
      <div>
        <dt>Judges</dt>
        <dd>{number(judgeCount)}</dd>
      </div>
      <div>
        <dt>Size, about</dt>
        <dd>{about(entryCount, voteCount)}</dd>
      </div>
    </dl>
  );
}

/** A vote takes 440 bytes or so, an entry with its fee, its place and its prize 500. */
function about(entries: number, votes: number) {
  const kilobytes = Math.ceil((440 * votes + 500 * entries) / 1000);
  return kilobytes < 1000 ? `${number(kilobytes)} KB` : `${number(Math.round(kilobytes / 1000))} MB`;
}

function Here() {
  const { voteCount } = useLoaderData<typeof loader>();
  const answer = useActionData<{ ok: boolean; words: string[] }>();
  const busy = useNavigation().state === "submitting";
  return (
    <Panel title="Let us count it again" stack>
      <p className="small">
        The server takes the log as you would get it and counts {count(voteCount, "vote")} from the first to the last,
        with the same program that you can run yourself.
      </p>
      <div role="status" className="stack">
        {answer?.words ? <Verdict {...answer} /> : null}
      </div>
      <Form method="post" preventScrollReset>
        <button className="btn" disabled={busy}>
          {busy ? "Counting…" : answer?.words ? "Count it once more" : "Count it now"}
        </button>
      </Form>
    </Panel>
  );
}

function Verdict({ ok, words: [verdict, ...rest] }: { ok: boolean; words: string[] }) {
  return (
    <>
      <p className={ok ? "ok" : "bad"}>
        <strong>{verdict}</strong>
      </p>
      <p className="small">{rest.join(" ")}</p>
    </>
  );
}

function Yourself() {
  const { id, head } = useLoaderData<typeof loader>();
  return (
    <Panel title="Count it yourself" stack>
      <p className="small">
        Trust your own machine rather than ours. Get the source of this site, install it once (<code>npm ci</code>), put
        the file beside it, and say:
      </p>
      <code className="seal">
        npm run verify -- crucible-{id}.jsonl --head {head}
      </code>
      <p className="small">
        It ends with 0 when everything comes out. Otherwise it ends with 1, and names the first line that does not, with
        what it says and what it should say. Or write a program of your own: <code>docs/vote-log.md</code> there has
        every step and number.
      </p>
    </Panel>
  );
}
