package io.segmenta.web.compare;

import io.segmenta.service.compare.Comparison;
import io.segmenta.web.component.Formats;

/**
 * Two runs that have been compared, in words and colours.
 *
 * @param formats in the currency of the later run
 */
record Compared(Side before, Side after, Comparison comparison, Formats formats) {}
