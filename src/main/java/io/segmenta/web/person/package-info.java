/** A customer's own page. */
@NullMarked
package io.segmenta.web.person;

import org.jspecify.annotations.NullMarked;
