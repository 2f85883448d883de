export * from '../inspect.ts';
