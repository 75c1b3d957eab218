import { Icon } from "~/ui/parts/icon";

type Suggestion = { title: string; invitation: string; intent: string };

/** Three themes to start from; one press fills in title, theme and invitation. */
export function Suggestions({ suggestions }: { suggestions: Suggestion[] }) {
  return (
    <div className="stack" id="suggestions" tabIndex={-1}>
      <p className="row">
        <button className="btn" name="intent" value="suggest">
          <Icon name="dots" />
          {suggestions.length > 0 ? "Suggest others" : "Suggest three themes"}
        </button>
      </p>
      <div role="status">
        {suggestions.length > 0 ? (
          <ul className="stack">
            {suggestions.map(({ title, invitation, intent }) => (
              <li key={title} className="row between">
                <span>
                  <b>{title}</b>
                  <br />
                  <span className="small">{invitation}</span>
                </span>
                <button className="btn quiet" name="intent" value={intent}>
                  Use it<span className="vh">: {title}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
