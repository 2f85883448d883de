// The small functions of Node.js v20.20.2, lib/internal/util.js, lib/internal/fixed_queue.js and
// lib/internal/util/colors.js (MIT, see LICENSE beside this file) that the sources beside this file import.

import { primordials } from './primordials.js';
import { isNativeError } from '../value-kinds.ts';

const { ObjectFreeze, StringPrototypeReplace, StringPrototypeToLowerCase, SymbolFor } = primordials;

export const customInspectSymbol = SymbolFor('nodejs.util.inspect.custom');
export const kEmptyObject = ObjectFreeze({ __proto__: null });
export const encodingsMap = {
  ascii: 0, utf8: 1, base64: 2, utf16le: 3, latin1: 4, hex: 5, buffer: 6, base64url: 7,
};
// Standard output is never a terminal here.
export const colors = {
  blue: '', green: '', white: '', yellow: '', red: '', gray: '', clear: '', reset: '', undefined: '',
  hasColors: false,
  refresh() {},
};

const NativeError = Error;

export function isError(e) {
  return isNativeError(e) || e instanceof NativeError;
}

const colorRegExp = /\u001b\[\d\d?m/g; // eslint-disable-line no-control-regex

export function removeColors(str) {
  return StringPrototypeReplace(str, colorRegExp, '');
}

export function join(output, separator) {
  let str = '';
  if (output.length !== 0) {
    const lastIndex = output.length - 1;
    for (let i = 0; i < lastIndex; i++) {
      // It is faster not to use a template string here
      str += output[i];
      str += separator;
    }
    str += output[lastIndex];
  }
  return str;
}

export function spliceOne(list, index) {
  for (; index + 1 < list.length; index++)
    list[index] = list[index + 1];
  list.length--;
}

const encodings = {
  '__proto__': null,
  'utf8': 'utf8', 'utf-8': 'utf8', 'ucs2': 'utf16le', 'ucs-2': 'utf16le', 'utf16le': 'utf16le', 'utf-16le': 'utf16le',
  'ascii': 'ascii', 'latin1': 'latin1', 'binary': 'latin1', 'hex': 'hex', 'base64': 'base64', 'base64url': 'base64url',
};

export function normalizeEncoding(enc) {
  if (enc == null || enc === '' || enc === 'utf8' || enc === 'utf-8') return 'utf8';
  return encodings[StringPrototypeToLowerCase(`${enc}`)];
}

/** A first-in first-out list; shift costs the same at any length. */
export class FixedQueue {
  #items = [];
  #next = 0;

  isEmpty() {
    return this.#next === this.#items.length;
  }

  push(item) {
    this.#items[this.#items.length] = item;
  }

  shift() {
    if (this.isEmpty()) return null;
    const item = this.#items[this.#next];
    this.#items[this.#next] = undefined;
    this.#next += 1;
    if (this.isEmpty()) {
      this.#items = [];
      this.#next = 0;
    }
    return item;
  }
}
