import { Link, useLocation } from "@remix-run/react";

const headings: Record<number, string> = {
  403: "This is not for you to open",
  404: "This crucible is empty",
  405: "That is not how this page works",
  413: "That was too much at once",
  429: "A little slower, please",
};

/** A page that does not exist, or not for the one who asks: what that may mean, and where to go on. */
export function Lost({ status, words }: { status: number; words: string }) {
  const { pathname } = useLocation();
  const guess = pathname.replace(/^\/crucibles\/\d*/, "").replaceAll(/[/\-_%]+/g, " ").trim();
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>{headings[status] ?? "That did not work"}</h1>
      {status === 404 ? <p>Nothing lives at <code>{pathname}</code>. It may have been renamed, or the link lost its end.</p> : <p>{words}</p>}
      <form className="row search" method="get" action="/crucibles" role="search">
        <label className="vh" htmlFor="q">Search crucibles</label>
        <input className="input" type="search" id="q" name="q" defaultValue={status === 404 ? guess : ""} />
        <button className="btn primary">Search</button>
      </form>
      <p className="row"><Link className="btn" to="/crucibles">All crucibles</Link></p>
    </main>
  );
}

/** Our own fault: what was safe, what to do, and the number under which the log tells the rest. */
export function Broken({ requestId }: { requestId: string | undefined }) {
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>Something broke on our side</h1>
      <p>Nothing half-done was kept: a vote or a payment either counted in full or not at all. Try again in a moment.</p>
      {requestId ? <p className="meta">If it stays, tell the people who run this site this number: <code>{requestId}</code></p> : null}
      <p className="row"><Link className="btn primary" to="" reloadDocument>Try again</Link><Link className="btn" to="/crucibles">All crucibles</Link></p>
    </main>
  );
}
