/** The command line. */
@NullMarked
package io.segmenta.cli;

import org.jspecify.annotations.NullMarked;
