import { useSyncExternalStore } from "react";

/** Whether scripts run here: false on the server and in the first rendering, true from then on. */
export function useScripts() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never() {
  return () => {};
}
