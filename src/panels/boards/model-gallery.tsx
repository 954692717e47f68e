import type { ShippedModel } from './shipped-model.ts';

export interface ModelGalleryProps {
  readonly models: readonly ShippedModel[];
  readonly onChoose: (model: ShippedModel) => void;
}

/** The models to begin with, each with what it is about. */
export function ModelGallery({ models, onChoose }: ModelGalleryProps) {
  return (
    <ul className="model-gallery">
      {models.map((model) => (
        <li key={model.file}>
          <button className="gallery-model" type="button" onClick={() => onChoose(model)}>
            <span className="gallery-name">{model.name}</span>
            <span className="gallery-about">{model.about}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
