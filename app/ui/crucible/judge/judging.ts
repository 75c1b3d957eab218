import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { decoded } from "./decoding";
import { backoff, postAnswer } from "./post";
import type { Sent } from "./post";
import type { Answered, SeatRefusal, SeatView } from "./seat";
import type { Side } from "../pair";

const GLOW_MS = 200;
/** Nobody has seen a pair in less: what comes sooner was meant for the one before. */
const BLINK_MS = 300;

export type Fields = Record<string, string>;
export type Chosen = { pair: string; side: Side };
export type Unsent = { fields: Fields; tries: number; offline: boolean; failedAt: number; retryAt: number };
type Loaded = Answered & { seat: SeatView | SeatRefusal | null };

/**
 * Answers without leaving the page, one at a time: what the server said last is shown in the place of what was loaded.
 * An answer that was lost is kept and sent again.
 */
export function useJudging(loaded: Loaded, path: string, stage: RefObject<HTMLElement | null>) {
  const [answered, setAnswered] = useState<{ after: Loaded["seat"]; reply: Answered; taken: boolean } | null>(null);
  const [chosen, glow] = useGlow();
  const { revalidate } = useRevalidator();
  const shownAt = useRef(-Infinity);
  const { unsent, busy, send, resend } = useSending(path, async (sent) => {
    const pair = sent.kind === "answered" && sent.reply.seat?.ok ? sent.reply.seat.current : null;
    if (pair) await decoded(pair, stage.current);
    if (sent.kind === "answered" && pair) setAnswered({ after: loaded.seat, reply: sent.reply, taken: sent.taken });
    else revalidate();
    shownAt.current = performance.now();
  });

  function answer(fields: Fields) {
    if (busy.current || (fields.choice && performance.now() - shownAt.current < BLINK_MS)) return;
    if (!unsent && fields.pair && (fields.choice === "left" || fields.choice === "right"))
      glow({ pair: fields.pair, side: fields.choice });
    void send(unsent?.fields ?? fields);
  }

  useFreshWhenShownAgain(() => {
    setAnswered(null);
    revalidate();
  });
  const current = answered?.after === loaded.seat ? answered : null;
  return { ...(current?.reply ?? loaded), taken: current?.taken ?? null, unsent, chosen, answer, resend };
}

/** Sends one answer at a time and keeps one that was lost; `receive` gets what came back for any other. */
function useSending(path: string, receive: (sent: Exclude<Sent, { kind: "lost" }>) => Promise<void>) {
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const busy = useRef(false);

  async function send(fields: Fields) {
    if (busy.current) return;
    busy.current = true;
    const sent = await postAnswer(path, fields);
    if (sent.kind === "lost") {
      setUnsent((before) => lost(fields, sent, (before?.tries ?? 0) + 1));
    } else {
      setUnsent(null);
      await receive(sent);
    }
    busy.current = false;
  }

  const resend = () => void (unsent && send(unsent.fields));
  useRetry(unsent, resend);
  return { unsent, busy, send, resend };
}

function lost(fields: Fields, { offline, waitMs }: { offline: boolean; waitMs: number | null }, tries: number): Unsent {
  const failedAt = Date.now();
  return { fields, tries, offline, failedAt, retryAt: failedAt + (waitMs ?? backoff(tries)) };
}

/** A page that comes back from the browser's cache shows a pair that may have been answered since. */
function useFreshWhenShownAgain(refresh: () => void) {
  const latest = useRef(refresh);
  useEffect(() => void (latest.current = refresh));
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && latest.current();
    addEventListener("pageshow", shown);
    return () => removeEventListener("pageshow", shown);
  }, []);
}

/** The chosen side, for a moment; its picture only until the next one takes its place. */
function useGlow() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    if (!chosen) return;
    const timer = setTimeout(() => setChosen(null), GLOW_MS);
    return () => clearTimeout(timer);
  }, [chosen]);
  return [chosen, setChosen] as const;
}

/** Sends again when it is time, or when the line is back; and asks before the page is left without it. */
function useRetry(unsent: Unsent | null, resend: () => void) {
  const latest = useRef(resend);
  useEffect(() => void (latest.current = resend));
  useEffect(() => {
    if (!unsent) return;
    const again = () => latest.current();
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const timer = setTimeout(again, unsent.retryAt - unsent.failedAt);
    addEventListener("online", again);
    addEventListener("beforeunload", ask);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", again);
      removeEventListener("beforeunload", ask);
    };
  }, [unsent]);
}
