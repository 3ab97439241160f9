/** Tables in markup: OpenDocument spreadsheets, XML Spreadsheet 2003, tables of web pages. */
@NullMarked
package io.segmenta.engine.ingest.markup;

import org.jspecify.annotations.NullMarked;
