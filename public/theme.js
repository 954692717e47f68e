// The chosen colours, before anything is drawn; src/app/theme.ts does the rest.
try {
  const choice = localStorage.getItem('ambit.theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // A browser that keeps nothing shows its own colours.
}
