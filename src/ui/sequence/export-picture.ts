// The sequence diagram as a file: the same drawing as on the page, in light colours, with every colour and letter in the file.
import { mount, unmount } from 'svelte';
import ExportPicture from './ExportPicture.svelte';
import type { ComponentProps } from 'svelte';

export type PictureFormat = 'svg' | 'png';

/** Browsers draw no picture higher than this in one piece, pixels. */
export const pictureHeightMax = 16_000;
/** A picture has this many dots for a pixel, as long as it does not become too high. */
const sharpness = 2;
/** What of a style a picture file must say for itself, and the values that go without saying. */
const styles: Readonly<Record<string, readonly string[]>> = {
	fill: [],
	stroke: ['none'],
	'stroke-width': [],
	'stroke-dasharray': ['none'],
	'stroke-linejoin': ['miter'],
	'paint-order': ['normal'],
	opacity: ['1'],
	'text-anchor': ['start'],
	'font-family': [],
	'font-size': [],
	'font-weight': ['400'],
	'font-variant-numeric': ['normal']
};
const textStyles = /^(font|text|paint)/;

/** Draws the picture apart from the page and gives it as a file's content. */
export async function pictureOf(
	props: ComponentProps<typeof ExportPicture>,
	format: PictureFormat
): Promise<Blob> {
	const text = await svgOf(props);
	if (format === 'svg') return new Blob([text], { type: 'image/svg+xml' });
	return paint(text);
}

async function svgOf(props: ComponentProps<typeof ExportPicture>): Promise<string> {
	const apart = document.createElement('div');
	// Paper is light, whatever the page is.
	apart.dataset['theme'] = 'light';
	apart.className = 'visually-hidden';
	apart.setAttribute('aria-hidden', 'true');
	document.body.append(apart);
	const picture = mount(ExportPicture, { target: apart, props });
	try {
		const svg = apart.querySelector('svg');
		if (svg === null) throw new Error('The picture was not drawn');
		const resolved = resolve(svg);
		const letters = document.createElementNS(svg.namespaceURI, 'style');
		letters.textContent = await fontFace();
		resolved.prepend(letters);
		return new XMLSerializer().serializeToString(resolved);
	} finally {
		await unmount(picture);
		apart.remove();
	}
}

/** A copy in which every element says its own style, and nothing is only for the page. */
function resolve(svg: SVGSVGElement): SVGSVGElement {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const originals = [...svg.querySelectorAll('*')];
	const copies = [...copy.querySelectorAll('*')];
	originals.forEach((original, index) => {
		const element = copies[index];
		if (element === undefined) return;
		if (element.classList.contains('touch')) {
			element.remove();
			return;
		}
		const isText = element.localName === 'text';
		if (!['title', 'svg', 'g'].includes(element.localName)) {
			const computed = getComputedStyle(original);
			for (const [name, silent] of Object.entries(styles)) {
				const value = computed.getPropertyValue(name);
				if (silent.includes(value) || (!isText && textStyles.test(name))) continue;
				element.setAttribute(name, value);
			}
		}
		for (const { name } of [...element.attributes]) {
			if (name === 'class' || name === 'style' || name.startsWith('data-')) {
				element.removeAttribute(name);
			}
		}
	});
	const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
	const comments: Node[] = [];
	while (walker.nextNode() !== null) comments.push(walker.currentNode);
	for (const comment of comments) comment.parentNode?.removeChild(comment);
	return copy;
}

/** The page's letters, to go along in the file; '' when the page has none of its own (the viewer's are taken then). */
async function fontFace(): Promise<string> {
	for (const sheet of document.styleSheets) {
		for (const rule of sheet.cssRules) {
			if (!(rule instanceof CSSFontFaceRule)) continue;
			const family = rule.style.getPropertyValue('font-family');
			const range = rule.style.getPropertyValue('unicode-range').toUpperCase();
			const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
			if (!family.includes('Inter') || !/^U\+0{0,4}-0{0,2}FF/.test(range) || address === undefined)
				continue;
			const answer = await fetch(new URL(address, sheet.href ?? document.baseURI));
			const data = await dataUrl(await answer.blob());
			return `@font-face{font-family:${family};font-weight:100 900;src:url(${data}) format("woff2")}`;
		}
	}
	return '';
}

function dataUrl(content: Blob): Promise<string> {
	return new Promise((done, failed) => {
		const reader = new FileReader();
		reader.onload = () => {
			if (typeof reader.result === 'string') done(reader.result);
		};
		reader.onerror = () => {
			failed(new Error('The letters could not be read'));
		};
		reader.readAsDataURL(content);
	});
}

async function paint(svg: string): Promise<Blob> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const dots = image.naturalHeight * sharpness > pictureHeightMax ? 1 : sharpness;
	const canvas = document.createElement('canvas');
	canvas.width = image.naturalWidth * dots;
	canvas.height = image.naturalHeight * dots;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((done, failed) => {
		canvas.toBlob((blob) => {
			if (blob === null) failed(new Error('The picture is too large to be painted'));
			else done(blob);
		}, 'image/png');
	});
}
