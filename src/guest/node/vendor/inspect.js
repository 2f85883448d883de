export { format, formatWithOptions, getStringWidth, inspect, stripVTControlCharacters } from '../inspect.ts';
