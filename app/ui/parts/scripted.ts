import { useSyncExternalStore } from "react";

/** Whether the page's script has taken over; false while the server writes the page. */
export function useScripted() {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

function subscribe() {
  return () => undefined;
}
