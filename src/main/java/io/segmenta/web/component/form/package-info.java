/** Fields whose values the engine checks, and forms that several pages have. */
@NullMarked
package io.segmenta.web.component.form;

import org.jspecify.annotations.NullMarked;
