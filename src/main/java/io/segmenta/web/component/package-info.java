/** The product's visual language: page headers, cards, figures, badges, and how numbers are written. */
@NullMarked
package io.segmenta.web.component;

import org.jspecify.annotations.NullMarked;
