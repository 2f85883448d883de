// The page's own fonts, self-hosted: Inter for text, JetBrains Mono for code. Loaded once there is time for them.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
