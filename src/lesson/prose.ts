// Markdown of lessons to HTML. Raw HTML is shown as text and links lead only to web pages and places of this site,
// so that a lesson from anywhere can be put on the page.
import { Marked } from 'marked';

const markdown = new Marked({
	renderer: {
		html: ({ text }) => escapeHtml(text),
		image: ({ text }) => escapeHtml(text),
		link({ href, tokens }) {
			const inside = this.parser.parseInline(tokens);
			if (!/^(https?:|#)/.test(href)) return inside;
			const away = href.startsWith('#') ? '' : ' target="_blank" rel="noreferrer"';
			return `<a href="${escapeHtml(href)}"${away}>${inside}</a>`;
		}
	}
});

/** A piece of Markdown as safe HTML. */
export function proseHtml(source: string): string {
	return markdown.parse(source, { async: false });
}

/** One line of Markdown as safe HTML without a paragraph around it. */
export function inlineHtml(source: string): string {
	return markdown.parseInline(source, { async: false });
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
