import { useEffect } from 'react';
import { useCanvas } from '../canvas.ts';
import { copySelected, cutSelected, pasteText } from './clipboard-hands.ts';

/** Copy, cut and paste of the browser itself: they need no permission, and work from its menu too. */
export function useClipboard(): void {
  const canvas = useCanvas();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('input, textarea, [contenteditable]')) return false;
      if (document.querySelector('dialog:modal')) return false;
      return target === document.body || canvas.root.current?.contains(target) === true;
    };
    const take = (event: ClipboardEvent, text: string | null) => {
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent) => isOurs(event) && take(event, copySelected(canvas));
    const onCut = (event: ClipboardEvent) => isOurs(event) && take(event, cutSelected(canvas));
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isOurs(event) || text.trim() === '') return;
      event.preventDefault();
      pasteText(canvas, text);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [canvas]);
}
