/** What is kept and dropped, before anything is computed: a part of the check. */
@NullMarked
package io.segmenta.web.wizard.quality;

import org.jspecify.annotations.NullMarked;
