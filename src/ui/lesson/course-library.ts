// The shelf of courses where this browser keeps them; brings the reader of lessons with it.
import { browserCourses } from '../state/document-store.ts';
import { CourseShelf } from './course-shelf.svelte.ts';

export const loadCourseShelf = (): Promise<CourseShelf> => CourseShelf.load(browserCourses);
