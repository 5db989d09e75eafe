import { useComputedColorScheme } from '@mantine/core';
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import type { Colours } from './colouring.ts';
import { findTop, type Landmark } from './landmarks.ts';
import classes from './minimap.module.css';
import { type Bar, listBars, type Stretch } from './minimap-bars.ts';

type Props = {
  scroller: RefObject<HTMLElement | null>;
  landmarks: readonly Landmark[];
  codings: readonly Coding[];
  colours: Colours;
};

/** Widths of the map and of the frame, height of a row, and at which depth of codings a row is full; pixels but for the last. */
const width = 14;
const frameWidth = 17;
const rowHeight = 2;
const fullDepth = 3;

/**
 * Where the whole transcript is coded, how densely, and what part of it is in view. A click or a drag goes there.
 * For those who point; arrows and Page Down in the text do the same, so it is left out for those who listen.
 */
export function Minimap({ scroller, landmarks, codings, colours }: Props) {
  const height = useHeight(scroller);
  const scheme = useComputedColorScheme();
  const sheetHeight = landmarks.at(-1)?.top ?? 0;

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const element = scroller.current;
    if (!element || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const share = (event.clientY - event.currentTarget.getBoundingClientRect().top) / height;
    element.scrollTop = share * sheetHeight - element.clientHeight / 2;
  };

  return (
    <div
      className={classes.map}
      data-minimap
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      {/* Drawn anew for another theme, whose colours differ. */}
      <Drawing key={scheme} {...{ landmarks, codings, colours, height }} />
      <Frame key={`frame ${scheme}`} {...{ scroller, sheetHeight, height }} />
    </div>
  );
}

type Drawn = Omit<Props, 'scroller'> & { height: number };

function Drawing({ landmarks, codings, colours, height }: Drawn) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    // When there is time: the text and a coding that was just made come first.
    const handle = requestIdleCallback(
      () => canvas.current && draw(canvas.current, toBars({ landmarks, codings, colours, height }), height),
      { timeout: 300 },
    );
    return () => cancelIdleCallback(handle);
  }, [landmarks, codings, colours, height]);
  return <canvas ref={canvas} className={classes.canvas} />;
}

function toBars({ landmarks, codings, colours, height }: Drawn): Bar[] {
  const stretches = codings.map((coding): Stretch => {
    const top = findTop(landmarks, coding.start);
    return { top, bottom: findTop(landmarks, coding.end), colour: colours.colourOf(coding) };
  });
  return listBars(stretches, landmarks.at(-1)?.top ?? 0, Math.floor(height / rowHeight));
}

function useHeight(scroller: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return height;
}

type Framed = Pick<Props, 'scroller'> & { sheetHeight: number; height: number };

/**
 * Tells what part is in view. It is drawn, not moved: a change of style while one scrolls would have Chromium collect all
 * highlights of the text anew for every frame.
 */
function Frame({ scroller, sheetHeight, height }: Framed) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = scroller.current;
    const context = canvas.current && prepare(canvas.current, frameWidth, height);
    if (!element || !context || sheetHeight <= 0) return;
    const scale = height / sheetHeight;
    const colour = makeResolver(context.canvas)('var(--ink-soft)');
    const place = () => {
      const top = Math.min(element.scrollTop * scale, height);
      const length = Math.max(8, Math.min(element.clientHeight * scale, height - top));
      context.clearRect(0, 0, frameWidth, height);
      drawFrame(context, colour, top, length);
    };
    place();
    element.addEventListener('scroll', place, { passive: true });
    return () => element.removeEventListener('scroll', place);
  }, [scroller, sheetHeight, height]);
  return <canvas ref={canvas} className={classes.frame} />;
}

function drawFrame(context: CanvasRenderingContext2D, colour: string, top: number, length: number): void {
  context.beginPath();
  context.roundRect(0.5, top + 0.5, frameWidth - 1, length - 1, 2);
  context.fillStyle = colour;
  context.globalAlpha = 0.14;
  context.fill();
  context.strokeStyle = colour;
  context.globalAlpha = 1;
  context.stroke();
}

function draw(canvas: HTMLCanvasElement, bars: readonly Bar[], height: number): void {
  const context = prepare(canvas, width, height);
  if (!context) return;
  const toColour = makeResolver(canvas);
  for (const [row, bar] of bars.entries()) {
    let left = 0;
    for (const { colour, depth } of bar) {
      const length = Math.min((depth / fullDepth) * width, width - left);
      context.fillStyle = toColour(colour);
      context.fillRect(left, row * rowHeight, length, rowHeight);
      left += length;
    }
  }
}

/** Makes a canvas empty and as fine as the screen; returns what draws on it in pixels of the page. */
function prepare(canvas: HTMLCanvasElement, across: number, down: number): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  canvas.width = across * ratio;
  canvas.height = down * ratio;
  const context = canvas.getContext('2d');
  context?.scale(ratio, ratio);
  return context;
}

/** A canvas knows no variables of CSS: each is looked up once. */
function makeResolver(element: Element): (colour: string) => string {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return (colour) => {
    const name = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
    if (name === undefined) return colour;
    const resolved = known.get(name) ?? style.getPropertyValue(name);
    known.set(name, resolved);
    return resolved;
  };
}
