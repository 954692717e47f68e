import type { ReactNode } from 'react';

export interface MainButtonProps {
  /** Left out in a form, which it then submits. */
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** What one does next at a step; Enter does it from anywhere in the lesson. */
export function MainButton({ onClick, children }: MainButtonProps) {
  return (
    <div className="lesson-act">
      <button
        className="lesson-main"
        type={onClick ? 'button' : 'submit'}
        data-lesson-main
        {...(onClick ? { onClick } : {})}
      >
        {children}
        <span className="lesson-key" aria-hidden="true">
          Enter
        </span>
      </button>
    </div>
  );
}
