/** What the library and the pages of media say. */
export const libraryText = {
  empty: "Your library is empty",
  altText: "Alt text (describes the image for people who can’t see it)",
  contentRating: "Content rating",
  deletePermanently: "Delete permanently",
  deleted: "Deleted.",
  editInLibrary: "Edit in your library",
  chooseFiles: "Choose files",
  chooseFile: "Choose a file",
  inLibrary: "In your library",
  duplicate: "Already in your library. Its rating and description haven’t changed.",
  unchanged: "Their ratings and descriptions haven’t changed. Open a file to edit it.",
  uploadFiles: "Upload files",
} as const;
