/** What profiles, the leaderboard and the notifications say. */
export const peopleText = {
  stillRunning: "Still running",
  cruciblesCreated: "Crucibles created",
  nothingEntered: "You haven’t entered anything yet",
  noneCreated: "You haven’t created a crucible yet",
  noComments: "You haven’t commented yet",
  noScores: "No scores yet",
  noNotifications: "No notifications yet",
} as const;
