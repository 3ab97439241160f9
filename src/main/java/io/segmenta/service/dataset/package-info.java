/** Datasets of a shop: their files, columns and quality. */
@NullMarked
package io.segmenta.service.dataset;

import org.jspecify.annotations.NullMarked;
