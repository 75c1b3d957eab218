import { useRef } from "react";
import { levels } from "~/domain/media/levels";
import { DropZone } from "./drop-zone";
import { UploadList } from "./upload-list";
import { useUploads } from "./uploads";

/** New files, into the library and ticked here: at once where scripts run, else by the button. */
export function SubmitUpload({ onTaken }: { onTaken: (mediaIds: number[]) => void }) {
  const level = useRef<HTMLSelectElement>(null);
  const { uploads, send } = useUploads();

  async function sendAll(files: FileList | null) {
    onTaken(await send([...(files ?? [])], { level: level.current!.value, alt: "" }));
  }

  return (
    <div className="stack">
      <DropZone
        accept="image/jpeg,image/png,image/webp,video/mp4,video/webm"
        words="Images up to 25 MB, videos up to 100 MB and 60 seconds each"
        multiple
        onFiles={(files) => void sendAll(files)}
      />
      <div className="row">
        <label className="pick">
          <span>Level of these files</span>
          <select className="input" name="level" ref={level} defaultValue="1">
            {levels.map(({ bit, name, words }) => <option key={bit} value={bit}>{`${name}: ${words}`}</option>)}
          </select>
        </label>
        <button className="btn" name="intent" value="upload">Upload</button>
      </div>
      <UploadList uploads={uploads} />
    </div>
  );
}
