import { useRef } from "react";
import { contentRatings } from "~/domain/media/content-ratings";
import { DropZone } from "./drop-zone";
import { useScripted } from "../parts/scripted";
import { UploadList } from "./upload-list";
import { useUploads } from "./uploads";

type Props = {
  accept: string;
  words: string;
  multiple?: boolean;
  /** The levels to choose from, as a set. */
  among: number;
  onTaken: (mediaIds: number[]) => void;
};

/** Part of a form: new files for one's library, sent at once where scripts run, else by the button with the intent "upload". */
export function NewFiles({ accept, words, multiple = false, among, onTaken }: Props) {
  const level = useRef<HTMLSelectElement>(null);
  const scripted = useScripted();
  const { uploads, send } = useUploads();

  async function sendAll(files: FileList | null) {
    const chosen = [...(files ?? [])].slice(0, multiple ? undefined : 1);
    const taken = await send(chosen, { level: level.current!.value, alt: "" });
    if (taken.length > 0) onTaken(taken);
  }

  return (
    <div className="stack">
      <DropZone accept={accept} words={words} multiple={multiple} onFiles={(files) => void sendAll(files)} />
      <div className="row new-files">
        <p className="field">
          <label htmlFor="file-level">
            {multiple ? "Content rating of new files" : "Content rating of the new file"}
          </label>
          <select className="input" id="file-level" name="level" ref={level} defaultValue="1">
            {contentRatings
              .filter(({ bit }) => (bit & among) !== 0)
              .map(({ bit, name, words }) => (
                <option key={bit} value={bit}>{`${name}: ${words}`}</option>
              ))}
          </select>
        </p>
        {scripted ? null : (
          <button className="btn" name="intent" value="upload">
            Upload
          </button>
        )}
      </div>
      <UploadList uploads={uploads} />
    </div>
  );
}
