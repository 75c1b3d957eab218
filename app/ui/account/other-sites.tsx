import { useReturnTo } from "./auth-layout";
import { accountText } from "../parts/account-words";

export const siteNames = { github: "GitHub", google: "Google" } as const;
type Provider = keyof typeof siteNames;

/** Sign-in with other sites, those that this one is set up for. Plain links: they leave the site. */
export function OtherSites({ providers }: { providers: readonly Provider[] }) {
  if (providers.length === 0) return null;
  return (
    <>
      <p className="or">
        <span>or</span>
      </p>
      <div className="pairs">
        {providers.map((provider) => (
          <OtherSite key={provider} provider={provider} />
        ))}
      </div>
    </>
  );
}

function OtherSite({ provider }: { provider: Provider }) {
  return (
    <a className="btn" href={useReturnTo(`/sign-in/${provider}`)}>
      {accountText.continueWith(siteNames[provider])}
    </a>
  );
}
