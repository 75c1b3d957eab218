import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Asks the server again every so many milliseconds while the page is looked at; 0 for never. */
export function useRefreshing(every: number) {
  const { revalidate, state } = useRevalidator();
  const refresh = useRef(() => {});
  useEffect(() => {
    refresh.current = () => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    };
  });
  useEffect(() => {
    if (every === 0) return;
    const timer = setInterval(() => refresh.current(), every);
    return () => clearInterval(timer);
  }, [every]);
}
