import { useFetcher, useNavigation } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef } from "react";
import { Icon } from "~/ui/parts/icon";
import type { SubmitAnswer, SubmitView } from "./sheet";
import { submitText } from "~/ui/contest/submit-words";

const SubmitSheet = lazy(() => import("./sheet").then((module) => ({ default: module.SubmitSheet })));

/** The submit page over this one, where scripts run: links to it open it here, and it closes when one moves on. */
export function SubmitDialog({ crucibleId }: { crucibleId: number }) {
  const to = `/crucibles/${crucibleId}/submit`;
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, load } = useFetcher<SubmitView>();
  const sending = useFetcher<SubmitAnswer>();
  const { state } = useNavigation();

  useEffect(() => {
    const open = (event: MouseEvent) => {
      const asked = addressOf(event);
      if (asked?.split("?")[0] !== to) return;
      event.preventDefault();
      load(asked);
      if (!dialog.current!.open) dialog.current!.showModal();
    };
    document.addEventListener("click", open, true);
    return () => document.removeEventListener("click", open, true);
  }, [to, load]);

  useEffect(() => {
    if (state === "loading") dialog.current!.close();
  }, [state]);

  const close = (
    <button type="button" className="icon-btn" onClick={() => dialog.current!.close()}>
      <Icon name="x" />
      <span className="vh">Close</span>
    </button>
  );
  return (
    <dialog className="submitting" ref={dialog} aria-label={submitText.submitEntries}>
      <Suspense fallback={waiting}>
        {data ? (
          <SubmitSheet {...data} answer={sending.data} form={sending.Form} heading="h2" close={close} />
        ) : (
          waiting
        )}
      </Suspense>
    </dialog>
  );
}

const waiting = (
  <p className="panel" role="status">
    Loading your library…
  </p>
);

/** Where a plain click on a link leads; other clicks may want another window. */
function addressOf(event: MouseEvent) {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  return plain && event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : undefined;
}
