/** What a run found, on one page. */
@NullMarked
package io.segmenta.web.overview;

import org.jspecify.annotations.NullMarked;
