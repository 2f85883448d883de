// Starts the page: styles, fonts, and the one component that holds everything.
import '@fontsource-variable/inter/wght.css';
import { mount } from 'svelte';
import App from './ui/App.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with the id "app"');
mount(App, { target });
