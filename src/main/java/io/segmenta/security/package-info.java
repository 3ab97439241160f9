/** Who may ask: for as long as there are no accounts, whoever sits at this machine. */
@NullMarked
package io.segmenta.security;

import org.jspecify.annotations.NullMarked;
