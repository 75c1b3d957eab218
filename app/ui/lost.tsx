import { Link, useLocation } from "@remix-run/react";
import { addressWords, pathOf } from "~/domain/crucible/slug";
import { typedPath } from "~/domain/list/slug";
import { Avatar } from "./avatar";
import { Buzz } from "./buzz";
import type { CardView } from "./card";
import { crucibleState } from "./crucible/state";
import { NoPicture, Thumb } from "./picture";

const headings: Record<number, string> = {
  403: "This is not for you to open",
  404: "This crucible is empty",
  405: "That is not how this page works",
  413: "That was too much at once",
  429: "A little slower, please",
};

// Where the words that came with it are not for people.
const words: Record<number, string> = {
  405: "Nothing was changed. Open the page and use what stands on it.",
};

type Near = { crucibles?: CardView[]; people?: string[]; now: number };

/** What came with the status: words, or what may have been meant. */
export type LostData = string | Near | null;

/** A page that does not exist, or not for the one who asks: what that may mean, and where to go on. */
export function Lost({ status, said }: { status: number; said: LostData }) {
  const { pathname } = useLocation();
  const missing = status === 404;
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>{headings[status] ?? "That did not work"}</h1>
      {missing ? (
        <p>
          Nothing lives at <code>{typedPath(pathname)}</code>. It may have been renamed, or the link lost its end.
        </p>
      ) : null}
      {!missing && typeof said === "string" ? <p>{words[status] ?? said}</p> : null}
      <form className="row search" method="get" action="/crucibles" role="search">
        <label className="vh" htmlFor="q">
          Search crucibles
        </label>
        <input className="input" type="search" id="q" name="q" defaultValue={missing ? addressWords(pathname) : ""} />
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
        Did you mean
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
export function Broken({ requestId }: { requestId: string | undefined }) {
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>Something broke on our side</h1>
      <p>
        Nothing half-done was kept: a vote or a payment either counted in full or not at all. Try again in a moment.
      </p>
      {requestId ? (
        <p className="meta">
          If it stays, tell the people who run this site this number: <code>{requestId}</code>
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
