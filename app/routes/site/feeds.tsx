import type { MetaFunction } from "@remix-run/node";
import { publicMeta } from "~/ui/parts/public-meta";

export const meta: MetaFunction = (args) => [
  ...publicMeta(args, { title: "Feeds" }),
  { tagName: "link", rel: "alternate", type: "application/atom+xml", title: "New crucibles", href: "/crucibles.atom" },
];

export default function Feeds() {
  return (
    <main id="main" className="wrap narrow stack page">
      <h1>Feeds</h1>
      <p>Add one of these URLs to a feed reader to hear about new crucibles.</p>
      <ul className="stack">
        <li className="panel">
          <h2>
            <a href="/crucibles.atom">New crucibles</a>
          </h2>
          <p>
            The 30 most recent crucibles, upcoming, open or ended, rated PG or PG-13. Atom format, no account needed.
          </p>
        </li>
      </ul>
    </main>
  );
}
