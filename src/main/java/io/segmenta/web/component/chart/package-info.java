/** Charts: what to draw, said in values; the drawing is done by the web components in {@code frontend/chart}. */
@NullMarked
package io.segmenta.web.component.chart;

import org.jspecify.annotations.NullMarked;
