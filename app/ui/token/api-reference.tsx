import { Link } from "@remix-run/react";

type Endpoint = {
  method: string;
  path: string;
  who: string;
  scope: string | null;
  summary: string;
  description: string | null;
  movesBuzz: boolean;
};

type Props = { endpoints: Endpoint[]; scopes: { name: string; meaning: string }[] };

/** Everything a program has to know to begin, and every endpoint in a line. */
export function ApiReference({ endpoints, scopes }: Props) {
  return (
    <main id="main" className="wrap narrow stack page">
      <h1>API</h1>
      <p>
        Programs can do most of what people do here. They send <code>Authorization: Bearer</code> with a token from{" "}
        <Link to="/settings/tokens">Settings</Link>, or get one through the <Link to="/device">device page</Link>. Much
        can be read without a token. Every request and response is described in{" "}
        <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
      </p>
      <Conventions />
      <section className="stack" aria-labelledby="scopes">
        <h2 id="scopes">Permissions of a token</h2>
        <ul>
          {scopes.map(({ name, meaning }) => (
            <li key={name}>
              <code>{name}</code>: {meaning}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="endpoints">
        <h2 id="endpoints">Endpoints</h2>
        <ul className="lines">
          {endpoints.map((one) => (
            <Line key={`${one.method} ${one.path}`} {...one} />
          ))}
        </ul>
      </section>
    </main>
  );
}

function Conventions() {
  return (
    <ul>
      <li>Buzz is always a whole number; times are ISO 8601 in UTC.</li>
      <li>
        Lists take <code>limit</code> and <code>after</code>, and answer with <code>items</code> and <code>next</code>,
        the <code>after</code> of the next page.
      </li>
      <li>
        Errors are problem details (RFC 9457). Their <code>type</code> never changes its meaning.
      </li>
      <li>
        Requests that move Buzz need an <code>Idempotency-Key</code>: sent again within a day, they get the same answer
        and do nothing.
      </li>
      <li>
        Reads carry an <code>ETag</code>. <code>RateLimit</code> and <code>Retry-After</code> say when to slow down.
      </li>
    </ul>
  );
}

function Line({ method, path, who, scope, summary, description, movesBuzz }: Endpoint) {
  return (
    <li>
      <p>
        <code>
          <b>{method}</b> {path}
        </code>
      </p>
      <p>
        {summary}.{description ? <> {withCode(description)}</> : null}
      </p>
      <p className="meta">
        {who === "anyone" ? "No token needed" : scope ? `Permission: ${scope}` : "Any token"}
        {movesBuzz ? " · Idempotency-Key" : ""}
      </p>
    </li>
  );
}

/** Text whose `code` is between backticks. */
function withCode(text: string) {
  return text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}
