import { afterEach, beforeEach } from "vitest";
import { setJudge } from "~/domain/challenge/judge/port.server";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { enter, makePainted, testJudge } from "./challenges";
import { makePerson } from "./factories";
import { openRouterServer } from "./openrouter";

/** Gives every test of the file a server that judges, and the site’s media a place; `enterPeople` brings people with an entry each. */
export function useJudge(folder: () => string) {
  let running: Awaited<ReturnType<typeof openRouterServer>>;

  beforeEach(async () => {
    setStorage(localStorage(folder()));
    running = await openRouterServer();
    setJudge(testJudge(running.url));
  });

  afterEach(async () => {
    setJudge(null);
    await running.close();
  });

  /** So many people with an entry each, the later the brighter, from 60 to 250. */
  async function enterPeople(challengeId: number, count: number) {
    const people: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const person = await makePerson({ buzz: 0 });
      people.push(person);
      const light = 60 + Math.round((at * 190) / Math.max(1, count - 1));
      await enter(challengeId, person, [await makePainted(folder(), person, light)]);
    }
    return people;
  }

  return { server: () => running, enterPeople };
}
