import { useSyncExternalStore } from "react";

/** False on the server and in the first render, true once the page's script runs. */
export function useHydrated() {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

function subscribe() {
  return () => {};
}
