import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { verifyInWorker } from "~/domain/crucible/log/log-thread.server";
import { pathOf } from "~/domain/crucible/slug";
import { verificationSummary } from "~/domain/crucible/log/verification-summary";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { Panel } from "~/ui/parts/panel";
import { LogParts, Seal } from "~/ui/crucible/log-parts";
import { publicMeta } from "~/ui/parts/public-meta";
import { count, number } from "~/ui/parts/format";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await completed(request, params.id);
  const { id, name, entryCount, voteCount, judgeCount, logHead } = found;
  return json({ id, name, path: pathOf(found), entryCount, voteCount, judgeCount, head: logHead! });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { id } = await completed(request, params.id);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const checked = await verifyInWorker(id);
  return json({ ok: checked.ok, words: verificationSummary(checked) });
}

async function completed(request: Request, id: string | undefined) {
  const crucible = await viewCrucible(numberParam(id), await viewer(request));
  if (crucible?.status !== "completed") throw notFound();
  return crucible;
}

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  publicMeta(args, { title: `Verify ${data?.name ?? "a result"}`, image: data && `/crucibles/${data.id}/card.png` });

export default function CrucibleVerify() {
  const { id, name, path, head } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack rules-page">
      <h1>{crucibleText.verifyResults}</h1>
      <p>
        <Link to={path}>{name}</Link> has ended. Everything behind its results is in one log file: every vote, how much
        it counted and why, the fees and the prizes. Anyone can download and verify it. You don’t have to take our word
        for it.
      </p>
      <Panel title="The log" stack>
        <Sizes />
        <p className="small">
          This hash covers the whole log. Changing a single character anywhere in the log changes the hash.
        </p>
        <Seal head={head} />
        <p className="row">
          <a className="btn primary" href={`/crucibles/${id}/log`} download>
            {crucibleText.downloadLog}
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
        <dt>Approximate size</dt>
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
    <Panel title="Verify it here" stack>
      <p className="small">
        The server takes the log exactly as you’d download it and recounts {count(voteCount, "vote")}, using the same
        program you can run yourself.
      </p>
      <div role="status" className="stack">
        {answer?.words ? <VerificationResult {...answer} /> : null}
      </div>
      <Form method="post" preventScrollReset>
        <button className="btn" disabled={busy}>
          {busy ? "Verifying…" : answer?.words ? crucibleText.verifyAgain : crucibleText.verifyNow}
        </button>
      </Form>
    </Panel>
  );
}

function VerificationResult({ ok, words: [headline, ...rest] }: { ok: boolean; words: string[] }) {
  return (
    <>
      <p className={ok ? "ok" : "bad"}>
        <strong>{headline}</strong>
      </p>
      <p className="small">{rest.join(" ")}</p>
    </>
  );
}

function Yourself() {
  const { id, head } = useLoaderData<typeof loader>();
  return (
    <Panel title="Verify it yourself" stack>
      <p className="small">
        Use your own machine instead of ours. Get the source of this site, install it once (<code>npm ci</code>), put
        the log file in its folder, and run:
      </p>
      <code className="seal">
        npm run verify -- crucible-{id}.jsonl --head {head}
      </code>
      <p className="small">
        It exits with 0 if everything checks out. Otherwise it exits with 1 and reports the first line that doesn’t,
        with the actual and expected values. Or write your own program: <code>docs/vote-log.md</code> in the source
        describes every step and number.
      </p>
    </Panel>
  );
}
