/** What the front page says. */
export const discoveryText = {
  headline: "Short contests, judged two entries at a time",
  searchBy: "Search by name or description",
  nothingMatches: "Nothing matches",
  showRunning: "Show all running crucibles",
  loadMore: "Load more crucibles",
  sortBy: "Sort by",
  noneRunning: "No crucibles are running",
  createCrucible: "Create a crucible",
} as const;
