/** Workbooks, XLSX and XLS. */
@NullMarked
package io.segmenta.engine.ingest.excel;

import org.jspecify.annotations.NullMarked;
