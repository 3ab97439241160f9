@NullMarked
package io.segmenta.value;

import org.jspecify.annotations.NullMarked;
