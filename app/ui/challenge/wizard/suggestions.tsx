import { Icon } from "~/ui/parts/icon";

export type Suggestion = { title: string; theme: string; invitation: string };

/** Three themes to start from; nothing is filled in until one copies it. */
export function Suggestions({ suggestions }: { suggestions: Suggestion[] }) {
  return (
    <div className="stack" id="suggestions" tabIndex={-1}>
      <p className="row">
        <button className="btn" name="intent" value="suggest">
          <Icon name="dots" />
          {suggestions.length > 0 ? "Suggest others" : "Suggest three themes"}
        </button>
      </p>
      {suggestions.length > 0 ? (
        <ul className="stack" role="status">
          {suggestions.map(({ title, theme, invitation }) => (
            <li key={title}>
              <b>{title}</b> <span className="dim">{theme}</span>
              <br />
              <span className="small">{invitation}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
