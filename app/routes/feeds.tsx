import type { MetaFunction } from "@remix-run/node";
import { publicMeta } from "~/ui/public-meta";

export const meta: MetaFunction = (args) => [
  ...publicMeta(args, { title: "Feeds" }),
  { tagName: "link", rel: "alternate", type: "application/atom+xml", title: "New crucibles", href: "/crucibles.atom" },
];

export default function Feeds() {
  return (
    <main id="main" className="wrap narrow stack page">
      <h1>Feeds</h1>
      <p>Put one of these addresses into a feed reader to hear of what is new without coming here.</p>
      <ul className="stack">
        <li className="panel">
          <h2>
            <a href="/crucibles.atom">New crucibles</a>
          </h2>
          <p>The latest 30 that are open or about to open, rated PG or PG-13. Atom, no account needed.</p>
        </li>
      </ul>
    </main>
  );
}
