/** What every page stands in: the layout, the navigation, links between pages, the pages for errors. */
@NullMarked
package io.segmenta.web.shell;

import org.jspecify.annotations.NullMarked;
