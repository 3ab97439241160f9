/** What to do with each persona. */
@NullMarked
package io.segmenta.engine.playbook;

import org.jspecify.annotations.NullMarked;
