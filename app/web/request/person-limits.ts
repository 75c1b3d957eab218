const MINUTE = 60;
const HOUR = 3600;

/** Limits on what one person does, counted together over pages and the API. */
export const personLimits = {
  votes: [
    { name: "votes", points: 40, seconds: MINUTE },
    { name: "votes-by-hour", points: 600, seconds: HOUR },
  ],
  "own-password": [{ name: "own-password", points: 10, seconds: MINUTE }],
} as const;

/** What a person is counted under. */
export function personKey(userId: number) {
  return `user:${userId}`;
}
