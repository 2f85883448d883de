// The part of lesson that writes hand-ins, loaded when somebody hands in.
export { handInText } from '#lesson';
