/** What to do with each segment. */
@NullMarked
package io.segmenta.web.playbook;

import org.jspecify.annotations.NullMarked;
