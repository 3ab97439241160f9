/** What to do with each persona. */
@NullMarked
package io.segmenta.playbook;

import org.jspecify.annotations.NullMarked;
