/** What a campaign with a control group changed. */
@NullMarked
package io.segmenta.web.uplift;

import org.jspecify.annotations.NullMarked;
