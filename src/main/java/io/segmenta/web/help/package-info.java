@NullMarked
package io.segmenta.web.help;

import org.jspecify.annotations.NullMarked;
