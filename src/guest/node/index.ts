// The mini Node.js that programs see: its modules and globals. Process, timers and module loading are runtime/'s.

import './date-texts.ts';
import './globals.ts';
import './modules.ts';
