import type { Upload } from "./uploads";
import { libraryText } from "../parts/library-words";

/** How far each file is, and why one was not taken. */
export function UploadList({ uploads }: { uploads: Upload[] }) {
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-live="polite">
      {uploads.map((upload) => (
        <li key={upload.id}>
          <span>{upload.name}</span>
          {upload.state === "going" ? (
            <progress className="bar" max={100} value={upload.percent} aria-label={`Uploading ${upload.name}`} />
          ) : (
            <span className={upload.state === "refused" ? "bad small" : "ok small"}>
              {upload.words ?? libraryText.inLibrary}
            </span>
          )}
          <span className="meta">{upload.state === "going" ? `${upload.percent}%` : ""}</span>
        </li>
      ))}
    </ul>
  );
}
