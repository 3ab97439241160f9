/** JSON: arrays of objects, and one object a line. */
@NullMarked
package io.segmenta.engine.ingest.json;

import org.jspecify.annotations.NullMarked;
