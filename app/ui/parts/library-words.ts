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
  uploadFiles: "Upload files",
} as const;
