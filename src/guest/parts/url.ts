// The part with addresses: URL, URLSearchParams, url and querystring.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { defineGlobal } from '../runtime/globals.ts';
import { querystring } from '../node/querystring.ts';
import { url } from '../node/url.ts';
import { URL, URLSearchParams } from '../node/web-url.ts';

defineGlobal('URL', URL);
defineGlobal('URLSearchParams', URLSearchParams);
registerBuiltin('querystring', () => querystring);
registerBuiltin('url', () => url);
