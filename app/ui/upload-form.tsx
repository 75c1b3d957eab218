import { useRef } from "react";
import { levels } from "~/domain/media/levels";
import { Flash } from "./flash";
import { Icon } from "./icon";
import { Disclose } from "./panel";
import { UploadList } from "./upload-list";
import { useUploads } from "./uploads";

type Answer = { mistakes: string[]; taken: number } | undefined;

/** Files for the library. Without script one sends the form; with it, each file goes at once and shows how far it is. */
export function UploadForm({ action, answer, open }: { action: string; answer: Answer; open: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const { uploads, send } = useUploads();

  function sendChosen(files: FileList | null) {
    if (!files?.length || !form.current) return;
    const words = new FormData(form.current);
    void send([...files], { level: String(words.get("level")), alt: "" });
    form.current.reset();
  }

  return (
    <Disclose className="upload-form" summary={<span className="btn primary"><Icon name="plus" />Upload files</span>} open={open || uploads.length > 0 || Boolean(answer)}>
      <form ref={form} className="stack" method="post" action={action} encType="multipart/form-data">
        {answer?.mistakes.length ? (
          <Flash tone="bad">
            {answer.mistakes.join(" ")}
            {answer.taken > 0 ? ` The other ${answer.taken} are in your library.` : ""}
          </Flash>
        ) : null}
        <DropZone onFiles={sendChosen} />
        <LevelAndSend />
        <UploadList uploads={uploads} />
      </form>
    </Disclose>
  );
}

function DropZone({ onFiles }: { onFiles: (files: FileList | null) => void }) {
  return (
    <div
      className="drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      }}
    >
      <Icon name="image" />
      <p><label htmlFor="file"><b>Choose files</b></label><span className="no-phone"> or drop them here</span></p>
      <p className="meta">JPEG, PNG or WebP up to 25 MB, MP4 or WebM up to 100 MB and 60 seconds</p>
      <input type="file" id="file" name="file" multiple accept="image/jpeg,image/png,image/webp,video/mp4,video/webm" onChange={(event) => onFiles(event.target.files)} />
    </div>
  );
}

function LevelAndSend() {
  return (
    <div className="row">
      <label className="pick">
        <span>Level of these files</span>
        <select className="input" name="level" defaultValue="1">
          {levels.map(({ bit, name, words }) => <option key={bit} value={bit}>{`${name}: ${words}`}</option>)}
        </select>
      </label>
      <button className="btn primary">Upload</button>
    </div>
  );
}
