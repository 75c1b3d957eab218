import { useEffect, useState } from "react";
import { duration } from "./words";

/**
 * What is left until `until`. The server writes it as of its own `now`; where scripts run it ticks on from there by the
 * browser's clock, however wrong that is set.
 */
export function Countdown({ until, now }: { until: number; now: number }) {
  const words = useTicking(until, now);
  return <time dateTime={new Date(until).toISOString()}>{words}</time>;
}

function useTicking(until: number, now: number) {
  const [words, setWords] = useState(() => duration(until - now));
  useEffect(() => {
    const behind = Date.now() - now;
    const tick = () => setWords(duration(until - Date.now() + behind));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [until, now]);
  return words;
}
