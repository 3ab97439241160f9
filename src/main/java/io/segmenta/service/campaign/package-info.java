/** Audiences, campaigns and what they changed. */
@NullMarked
package io.segmenta.service.campaign;

import org.jspecify.annotations.NullMarked;
