import type { ReactNode } from "react";
import { Chip } from "../parts/chip";
import { CopyButton } from "../parts/copy-button";
import { Disclosure } from "../parts/panel";

type Resource = {
  kind: string;
  name: string;
  weight: number | null;
  strength: string;
  model: string | null;
  version: string | null;
  baseModel: string | null;
};

export type Generation = {
  generator: string | null;
  baseModel: string | null;
  settings: { sampler?: string; scheduler?: string; steps?: number; cfgScale?: number; seed?: string };
  prompt: string | null;
  negativePrompt: string | null;
  characters: string[];
  /** Its owner can read the texts as they stand in the file. */
  hasRaw: boolean;
  resources: Resource[];
};

const strengths: Record<string, string> = {
  exact: "identified by version number",
  hash: "identified by file hash",
  name: "identified by file name only",
  hint: "guessed from the pipeline",
  none: "not in the catalog",
};

const kinds: Record<string, string> = {
  checkpoint: "Model",
  lora: "LoRA",
  vae: "VAE",
  embedding: "Embedding",
  controlnet: "ControlNet",
  upscaler: "Upscaler",
};

type Props = { generation: Generation; open?: boolean; rawAt?: string };

/** What a file declares of its making. Anyone can write anything into a file, so it is declared and never verified. */
export function GenerationDetails({ generation, open = false, rawAt }: Props) {
  const raw =
    rawAt && generation.hasRaw ? (
      <p>
        <a href={rawAt}>Raw metadata</a>
      </p>
    ) : null;
  if (!generation.generator)
    return (
      <>
        <p className="why">The file has no information about how it was made.</p>
        {raw}
      </>
    );
  return (
    <>
      <Disclosure summary="From the file’s metadata" open={open}>
        <dl className="rules">
          <Line label="Made with">{generation.generator}</Line>
          {generation.baseModel ? (
            <Line label="Base model">
              <Chip>{generation.baseModel}</Chip>
            </Line>
          ) : null}
          {generation.resources.map((resource, i) => (
            <Line key={i} label={kinds[resource.kind] ?? "Resource"}>
              <Declared resource={resource} />
            </Line>
          ))}
          <Settings settings={generation.settings} />
        </dl>
      </Disclosure>
      {generation.prompt ? (
        <Disclosure summary="Prompt">
          <p className="small prompt">{generation.prompt}</p>
          <CopyButton text={generation.prompt} />
        </Disclosure>
      ) : null}
      {generation.characters.length > 0 ? (
        <Disclosure summary="Characters">
          {generation.characters.map((words, i) => (
            <p key={i} className="small prompt">
              {words}
            </p>
          ))}
        </Disclosure>
      ) : null}
      {generation.negativePrompt ? (
        <Disclosure summary="Negative prompt">
          <p className="small prompt">{generation.negativePrompt}</p>
        </Disclosure>
      ) : null}
      {raw}
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="chips">{children}</dd>
    </div>
  );
}

function Declared({ resource: { name, weight, model, strength } }: { resource: Resource }) {
  return (
    <>
      <Chip>{`${model ?? name}${weight !== null && weight !== 1 ? `, ${weight}` : ""}`}</Chip>
      <span className="meta">{strengths[strength]}</span>
    </>
  );
}

function Settings({ settings: { sampler, scheduler, steps, cfgScale, seed } }: Pick<Generation, "settings">) {
  const words = [
    [sampler, scheduler].filter(Boolean).join(" "),
    steps && `${steps} steps`,
    cfgScale && `CFG ${cfgScale}`,
    seed && `seed ${seed}`,
  ];
  const said = words.filter(Boolean).map(String);
  return said.length > 0 ? (
    <Line label="Settings">
      <span className="small">{said.join(", ")}</span>
    </Line>
  ) : null;
}
