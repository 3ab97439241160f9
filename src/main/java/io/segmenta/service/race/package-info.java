/** The forecasts against what others have published, on public data. */
@NullMarked
package io.segmenta.service.race;

import org.jspecify.annotations.NullMarked;
