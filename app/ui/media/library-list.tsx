import { kindOf } from "~/domain/subject/kinds";
import type { SubjectKind } from "~/domain/subject/kinds";
import { LoadMore } from "../parts/load-more";
import { Tile } from "./media-frame";
import type { MediaView } from "../parts/picture";
import { count } from "../parts/format";

const filters = { all: "Everything", unused: "Not in a crucible", image: "Images", video: "Videos" } as const;
/** Tiles that a phone shows before one scrolls. */
const FIRST = 4;

type Show = keyof typeof filters;

export type LibraryQuery = { show: Show; before?: number; item?: number };

/** What the library's address asks for; what it does not know it leaves out. */
export function libraryQuery(search: URLSearchParams): LibraryQuery {
  const show = search.get("show") ?? "all";
  return {
    show: show in filters ? (show as Show) : "all",
    before: numberIn(search, "before"),
    item: numberIn(search, "item"),
  };
}

function numberIn(search: URLSearchParams, name: string) {
  const value = Number(search.get(name) ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function address(query: LibraryQuery) {
  const pairs = Object.entries(query).filter(
    ([name, value]) => value !== undefined && !(name === "show" && value === "all"),
  );
  return `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

export function LibraryFilterForm({ show }: { show: Show }) {
  return (
    <form className="row filterline" method="get">
      <label className="vh" htmlFor="show">
        Show
      </label>
      <select className="input" id="show" name="show" defaultValue={show}>
        {Object.entries(filters).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button className="btn">Apply</button>
    </form>
  );
}

type TilesProps = {
  tiles: (MediaView & { level: number; uses: SubjectKind[] })[];
  next: number | null;
  query: LibraryQuery;
  picked?: number;
};

export function LibraryTiles({ tiles, next, query, picked }: TilesProps) {
  return (
    <section className="body" aria-label="Your media">
      <ul className="tiles">
        {tiles.map((tile, at) => (
          <li key={tile.id}>
            <Tile
              media={tile}
              to={`${address({ ...query, item: tile.id })}#item`}
              current={tile.id === picked}
              soon={at < FIRST}
              tag={tagOf(tile)}
            />
          </li>
        ))}
      </ul>
      {next ? <LoadMore to={address({ show: query.show, before: next })}>Load older</LoadMore> : null}
    </section>
  );
}

function tagOf({ level, uses }: { level: number; uses: SubjectKind[] }) {
  if (level === 0) return "Not rated yet";
  if (uses.length === 0) return undefined;
  const alike = uses.every((kind) => kind === uses[0]);
  return `In ${count(uses.length, alike ? kindOf(uses[0]!).noun : "contest")}`;
}
