// The part with the locale functions of the language and Intl.
import '../node/locale.ts';
