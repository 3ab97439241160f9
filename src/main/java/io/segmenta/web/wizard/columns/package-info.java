/** Which column is which field: a part of the check. */
@NullMarked
package io.segmenta.web.wizard.columns;

import org.jspecify.annotations.NullMarked;
