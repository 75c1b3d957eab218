import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Panel } from "~/ui/panel";
import { SettingsFrame } from "~/ui/settings/frame";
import { requireUser } from "~/web/guard.server";

export const meta: MetaFunction = () => [{ title: "Your data · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return null;
}

export default function SettingsData() {
  return (
    <SettingsFrame at="/settings/data">
      <Panel title="Take it with you" stack>
        <p>
          Everything this site keeps about you, as one zip: your profile, wallet, votes, entries and words as JSON, and
          the originals of your media.
        </p>
        <p>
          <a className="btn" href="/settings/data/archive.zip" download>
            Download everything
          </a>
        </p>
      </Panel>
      <Panel title="Delete your account" stack>
        <p>
          Your name, address and sign-ins go, your media with them, but for those in entries: results keep the picture.
          Comments stay without your name, and the ledger and the vote log stay, so that every result can still be
          checked.
        </p>
        <p>
          <Link className="btn danger" to="/settings/deletion">
            Delete your account …
          </Link>
        </p>
      </Panel>
    </SettingsFrame>
  );
}
