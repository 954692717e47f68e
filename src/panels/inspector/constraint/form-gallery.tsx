import { Braces } from 'lucide-react';
import { TEMPLATES } from '../../../board/templates/registry.ts';
import type { Template } from '../../../board/templates/template.ts';
import { Section } from '../../forms/controls/section.tsx';
import { TemplateIcon } from './template-icon.tsx';

export interface FormGalleryProps {
  readonly onChoose: (template: Template) => void;
  readonly onWriteCel: () => void;
}

/** The forms to begin a constraint with. */
export function FormGallery({ onChoose, onWriteCel }: FormGalleryProps) {
  return (
    <Section title="What must be true?">
      <ul className="rule-gallery">
        {TEMPLATES.map((template) => (
          <li key={template.id}>
            <button type="button" className="rule-form" onClick={() => onChoose(template)}>
              <TemplateIcon id={template.id} />
              <span className="rule-form-label">{template.label}</span>
              <span className="rule-form-about">{template.explanation}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="rule-form" onClick={onWriteCel}>
            <Braces size={16} aria-hidden="true" />
            <span className="rule-form-label">Write it in CEL</span>
            <span className="rule-form-about">Any rule, with values of your own from past events.</span>
          </button>
        </li>
      </ul>
    </Section>
  );
}
