import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Panel } from "~/ui/parts/panel";
import { SettingsFrame } from "~/ui/settings/frame";
import { requireUser } from "~/web/session/guard.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Your data · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return null;
}

export default function SettingsData() {
  return (
    <SettingsFrame at="/settings/data">
      <Panel title="Download your data" stack>
        <p>
          Everything this site stores about you in one zip file: your profile, wallet, votes, entries and comments as
          JSON, and your original media files.
        </p>
        <p>
          <a className="btn" href="/settings/data/archive.zip" download>
            {accountText.downloadEverything}
          </a>
        </p>
      </Panel>
      <Panel title="Delete your account" stack>
        <p>
          We delete your name, email, sign-in methods and media. Media entered in contests stay in their results.
          Comments stay without your name. The ledger and vote logs stay so that every result can still be verified.
        </p>
        <p>
          <Link className="btn danger" to="/settings/deletion">
            {accountText.deleteAccountLink}
          </Link>
        </p>
      </Panel>
    </SettingsFrame>
  );
}
