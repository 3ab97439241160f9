/** Where this installation keeps its things, and its settings. */
@NullMarked
package io.segmenta.service.installation;

import org.jspecify.annotations.NullMarked;
