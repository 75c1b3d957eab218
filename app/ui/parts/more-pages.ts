import { useFetcher, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

export type ListPage<T> = { rows: T[]; /** The cursor of the next page; null on the last. */ next: string | null };

/** Rows that are shown without their number are told apart by their key. */
type Row = { id: number | null; key?: string };

// What was loaded at each entry of the history, so that Back finds the list as long as it was left.
const visited = new Map<string, ListPage<Row>[]>();

/**
 * A list that grows where scripts run. The route's loader answers `{ page }` for `?after=cursor`; `link` goes round the way
 * to the next page, which is loaded once that comes near the window.
 */
export function useMorePages<T extends Row>(page: ListPage<T>) {
  const { key, pathname, search } = useLocation();
  const place = `${key} ${pathname}${search}`;
  const fetcher = useFetcher<{ page: ListPage<T> }>({ key: `more ${place}` });
  const [, grow] = useState(0);
  const arrived = fetcher.data?.page as ListPage<T> | undefined;
  useEffect(() => {
    const before = visited.get(place) ?? [];
    if (!arrived || before.includes(arrived)) return;
    visited.set(place, [...before, arrived]);
    grow((times) => times + 1);
  }, [arrived, place]);

  const pages = [page, ...((visited.get(place) ?? []) as ListPage<T>[])];
  const next = pages.at(-1)!.next;
  const to = next === null ? null : `${pathname}?${withAfter(search, next)}`;
  const idle = fetcher.state === "idle";
  const link = useNear(() => {
    if (to && idle) fetcher.load(to);
  });
  return { rows: distinct(pages.flatMap(({ rows }) => rows)), to, link, loading: !idle };
}

function withAfter(search: string, cursor: string) {
  const asked = new URLSearchParams(search);
  asked.set("after", cursor);
  return asked.toString();
}

// While one reads on, rows may move from one page to another.
function distinct<T extends Row>(rows: T[]) {
  return [...new Map(rows.map((row) => [row.key ?? row.id, row])).values()];
}

/** Calls when the element comes within a screen of the window, as often as it does. */
function useNear(onNear: () => void) {
  const element = useRef<HTMLParagraphElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    if (!element.current) return;
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && latest.current(), {
      rootMargin: "600px",
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  });
  return element;
}
