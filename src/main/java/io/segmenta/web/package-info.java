/** The browser. */
@NullMarked
package io.segmenta.web;

import org.jspecify.annotations.NullMarked;
