import { Disclosure } from "../parts/panel";
import { count, number } from "../parts/format";

type Props = {
  version: {
    id: number;
    kind: string;
    version: string;
    baseModel: string | null;
    publicId: number | null;
    seen: number;
    hashes: { type: string; hash: string }[];
    files: string[];
  };
};

/** What a version of a model is known by. */
export function VersionFacts({ version: { id, kind, version, baseModel, publicId, seen, hashes, files } }: Props) {
  return (
    <div>
      <p>
        {kind}
        {version ? `, version ${version}` : ""}, number {id} here{publicId ? `, ${publicId} elsewhere` : ""}. Base
        model: {baseModel ?? "unknown"}. Seen in {count(seen, "file")}.
      </p>
      {hashes.length + files.length > 0 ? (
        <Disclosure summary={`Known by ${number(hashes.length + files.length)} marks`}>
          <ul className="small">
            {hashes.map(({ type, hash }) => (
              <li key={type + hash}>
                {type} <code>{hash}</code>
              </li>
            ))}
            {files.map((file) => (
              <li key={file}>
                file <code>{file}</code>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}
