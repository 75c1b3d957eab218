import { Link, useLocation } from "@remix-run/react";
import { pathTerms, pathOf } from "~/domain/crucible/slug";
import { decodedPath } from "~/domain/list/slug";
import { Avatar } from "../parts/avatar";
import { Buzz } from "../parts/buzz";
import type { CardView } from "../crucible/card";
import { crucibleState } from "../crucible/state";
import { NoPicture, Thumb } from "../parts/picture";

const headings: Record<number, string> = {
  403: "You don’t have access to this page",
  404: "Page not found",
  405: "This page can’t be opened directly",
  413: "Too much data",
  429: "Too many requests",
};

// Where the words that came with it are not for people.
const words: Record<number, string> = {
  405: "Nothing was changed. Start from the page this form belongs to.",
};

type Near = { crucibles?: CardView[]; people?: string[]; now: number };

/** What came with the status: words, or what may have been meant. */
export type NotFoundData = string | Near | null;

/** A page that does not exist, or not for the one who asks: what that may mean, and where to go on. */
export function NotFoundPage({ status, said }: { status: number; said: NotFoundData }) {
  const { pathname } = useLocation();
  const missing = status === 404;
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>{headings[status] ?? "Something went wrong"}</h1>
      {missing ? (
        <p>
          There’s nothing at <code>{decodedPath(pathname)}</code>. It may have been renamed, or part of the link is
          missing.
        </p>
      ) : null}
      {!missing && typeof said === "string" ? <p>{words[status] ?? said}</p> : null}
      <form className="row search" method="get" action="/crucibles" role="search">
        <label className="vh" htmlFor="q">
          Search crucibles
        </label>
        <input className="input" type="search" id="q" name="q" defaultValue={missing ? pathTerms(pathname) : ""} />
        <input type="hidden" name="status" value="any" />
        <button className="btn primary">Search</button>
      </form>
      {missing && said && typeof said === "object" ? <NearBy near={said} /> : null}
      <p className="row">
        <Link className="btn" to="/crucibles">
          All crucibles
        </Link>
      </p>
    </main>
  );
}

function NearBy({ near: { crucibles = [], people = [], now } }: { near: Near }) {
  if (crucibles.length + people.length === 0) return null;
  return (
    <section className="near" aria-labelledby="near">
      <h2 id="near" className="label">
        Did you mean one of these?
      </h2>
      <ul className="notes">
        {crucibles.map((crucible) => (
          <li key={crucible.id}>
            <NearCrucible crucible={crucible} now={now} />
          </li>
        ))}
        {people.map((name) => (
          <li key={name}>
            <Link to={`/people/${encodeURIComponent(name)}`}>
              <Avatar name={name} />
              <b>{name}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NearCrucible({ crucible, now }: { crucible: CardView; now: number }) {
  const { name, cover, pool } = crucible;
  return (
    <Link to={pathOf(crucible)}>
      {cover ? <Thumb media={cover} alt="" /> : <NoPicture words="" className="thumb" />}
      <span>
        <b>{name}</b>
        <br />
        <span className="meta">{crucibleState(crucible, now).line}</span>
      </span>
      <Buzz amount={pool} unit />
    </Link>
  );
}

/** Our own fault: what was safe, what to do, and the number under which the log tells the rest. */
export function ErrorPage({ requestId }: { requestId: string | undefined }) {
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>Something went wrong on our end</h1>
      <p>Nothing was left half done: votes and payments go through completely or not at all. Try again in a moment.</p>
      {requestId ? (
        <p className="meta">
          If this keeps happening, contact the site’s operators and quote this ID: <code>{requestId}</code>
        </p>
      ) : null}
      <p className="row">
        <Link className="btn primary" to="" reloadDocument>
          Try again
        </Link>
        <Link className="btn" to="/crucibles">
          All crucibles
        </Link>
      </p>
    </main>
  );
}
