// Starts the page: styles, the language, and the one component that holds everything. Fonts come later, see App.svelte.
import { mount } from 'svelte';
import App from './ui/App.svelte';
import { browserStore } from './ui/state/browser-store.ts';
import { firstLanguage, language } from './ui/text/language.svelte.ts';
import { Texts } from './ui/text/texts.svelte.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with the id "app"');
const begin = (): unknown => mount(App, { target });
language.current = firstLanguage(browserStore.get('language'), navigator.language);
if (language.current === 'en') begin();
else void Texts.allReady().then(begin);
