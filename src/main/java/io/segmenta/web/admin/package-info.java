/** What is set for everybody who works with this installation. */
@NullMarked
package io.segmenta.web.admin;

import org.jspecify.annotations.NullMarked;
