import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { themes } from "~/db/schema/values";
import { listPages } from "~/domain/subject/kinds";
import { Avatar } from "../parts/avatar";
import { Flash } from "../parts/flash";
import { Icon } from "../parts/icon";
import { SkipLink } from "./skip-link";
import { themeLabels } from "./theme-labels";
import { number } from "../parts/format";

type FrameViewer = { username: string; balance: number; moderator: boolean };

type Props = {
  viewer: FrameViewer | null;
  /** Notifications that were not read. */
  unread: number;
  /** Where one is, for the mark in the navigation. */
  path: string;
  /** Where the source code is. */
  source?: string;
  flash?: { tone: "good" | "bad"; words: string } | null;
  children: ReactNode;
};

/** What surrounds every page but the judge's. */
export function Frame({ viewer, unread, path, flash, source, children }: Props) {
  const { key } = useLocation();
  return (
    <>
      <SkipLink to="main" />
      <header className="top">
        <div className="wrap">
          <Link className="brand" to="/crucibles">
            <img src="/mark.svg" width="32" height="32" alt="" />
            Crucible
          </Link>
          <Navigation path={path} />
          <div className="top-end">{viewer ? <Own viewer={viewer} unread={unread} path={path} /> : <Doors />}</div>
        </div>
      </header>
      {flash ? (
        <div className="wrap flashed">
          <Flash tone={flash.tone}>{flash.words}</Flash>
        </div>
      ) : null}
      {children}
      <Foot key={key} signedIn={viewer !== null} path={path} source={source} />
    </>
  );
}

const places = [...listPages(), { to: "/library", label: "Library" }, { to: "/leaderboard", label: "Leaderboard" }];

function Navigation({ path }: { path: string }) {
  return (
    <nav className="nav" aria-label="Main">
      {places.map(({ to, label }) => (
        <Link key={to} to={to} aria-current={currency(path, to)}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

function currency(path: string, to: string) {
  if (path === to) return "page";
  return path.startsWith(`${to}/`) ? "true" : undefined;
}

/** Remounted with each page, so that the menu closes behind one. */
function Own({ viewer, unread, path }: { viewer: FrameViewer; unread: number; path: string }) {
  return (
    <>
      <Link className="balance" to="/wallet">
        <span className="vh">Your balance: </span>
        <Icon name="buzz" />
        {number(viewer.balance)}
        <span className="unit">Buzz</span>
      </Link>
      <Bell unread={unread} />
      <Menu key={path} viewer={viewer} />
    </>
  );
}

function Bell({ unread }: { unread: number }) {
  return (
    <Link className="icon-btn" to="/notifications">
      <span className="vh">Notifications{unread > 0 ? ", " : ""}</span>
      <Icon name="bell" />
      {unread > 0 ? (
        <span className="count">
          {unread > 99 ? "99+" : unread}
          <span className="vh"> unread</span>
        </span>
      ) : null}
    </Link>
  );
}

function Menu({ viewer: { username, moderator } }: { viewer: FrameViewer }) {
  return (
    <details className="menu">
      <summary>
        <Avatar name={username} />
        <span className="vh">Your menu</span>
      </summary>
      <ul>
        <li>
          <Link to={`/people/${encodeURIComponent(username)}`}>{username}’s profile</Link>
        </li>
        <li>
          <Link to="/wallet">Wallet</Link>
        </li>
        <li>
          <Link to="/settings">Settings</Link>
        </li>
        {moderator ? (
          <li>
            <Link to="/moderation">Moderation</Link>
          </li>
        ) : null}
        <li>
          <button form="sign-out">Sign out</button>
        </li>
      </ul>
    </details>
  );
}

function Doors() {
  return (
    <>
      <Link className="btn quiet" to="/sign-in">
        Sign in
      </Link>
      <Link className="btn primary" to="/sign-up">
        <span>
          Join<span className="no-phone"> free</span>
        </span>
      </Link>
    </>
  );
}

/** A new one with each page, so that none jumps from the end of one page to the end of the next. */
function Foot({ signedIn, path, source }: { signedIn: boolean; path: string; source?: string }) {
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          <li>
            <Link to="/rules">Rules</Link>
          </li>
          {source ? (
            <li>
              <a href={source}>Source</a>
            </li>
          ) : null}
          <li>
            <Link to="/feeds">Feeds</Link>
          </li>
          <li>
            <Link to="/api">API</Link>
          </li>
        </ul>
        {signedIn ? null : <ThemeButtons path={path} />}
        <p>Judged blind. Every result can be verified.</p>
      </div>
      {signedIn ? <form id="sign-out" method="post" action="/sign-out" hidden /> : null}
    </footer>
  );
}

/** For guests; people who are signed in choose in their settings. */
function ThemeButtons({ path }: { path: string }) {
  return (
    <form className="row themes" method="post" action="/settings/theme">
      <input type="hidden" name="to" value={path} />
      <span>Theme</span>
      {themes.map((theme) => (
        <button key={theme} name="theme" value={theme}>
          {themeLabels[theme]}
        </button>
      ))}
    </form>
  );
}
