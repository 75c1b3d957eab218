const PAUSE_MS = 30 * 60_000;

type Seat = { sessionVotes: number; lastVoteAt: Date | null };

/** Votes of the session that a judge is in at `now`; half an hour without a vote ends one. */
export function voteStreak({ sessionVotes, lastVoteAt }: Seat, now: Date) {
  return lastVoteAt && now.getTime() - lastVoteAt.getTime() < PAUSE_MS ? sessionVotes : 0;
}
