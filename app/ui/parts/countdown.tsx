import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { duration } from "./format";

type Props = {
  until: number;
  now: number;
  /** What stands before and after the time, as long as there is any. */
  before?: string;
  after?: string;
  /** What stands in the place of all three once it is over. */
  over: string;
};

/** `Ticking` towards a change of what the page shows: when it comes, the page is asked for again, once. */
export function Countdown(props: Props) {
  const { revalidate } = useRevalidator();
  return <Ticking {...props} onOver={revalidate} />;
}

/**
 * What is left until `until`. The server writes it as of its own `now`; where scripts run it ticks on from there by the
 * browser's clock, however wrong that is set.
 */
export function Ticking({ until, now, before = "", after = "", over, onOver }: Props & { onOver?: () => void }) {
  const left = useTicking(until, now, onOver);
  return (
    <>
      {left > 0 ? before : ""}
      <time dateTime={new Date(until).toISOString()}>{left > 0 ? duration(left) : over}</time>
      {left > 0 ? after : ""}
    </>
  );
}

function useTicking(until: number, now: number, onOver = () => {}) {
  const [left, setLeft] = useState(until - now);
  const latest = useRef(onOver);
  useEffect(() => void (latest.current = onOver));
  useEffect(() => {
    const behind = Date.now() - now;
    const tick = () => {
      const rest = until - Date.now() + behind;
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(timer);
      if (until > now) latest.current();
    };
    const timer = setInterval(tick, 1_000);
    tick();
    return () => clearInterval(timer);
  }, [until, now]);
  return left;
}
