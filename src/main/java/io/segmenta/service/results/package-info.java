/** The customers of a run and their segments. */
@NullMarked
package io.segmenta.service.results;

import org.jspecify.annotations.NullMarked;
