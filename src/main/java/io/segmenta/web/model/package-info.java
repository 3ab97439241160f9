/** How a run's segments were found, how good they are, and new customers put into them. */
@NullMarked
package io.segmenta.web.model;

import org.jspecify.annotations.NullMarked;
