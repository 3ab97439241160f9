/** One customer of a run. */
@NullMarked
package io.segmenta.service.person;

import org.jspecify.annotations.NullMarked;
