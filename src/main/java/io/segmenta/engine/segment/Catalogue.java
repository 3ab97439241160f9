package io.segmenta.engine.segment;

/** Which names segments are given. */
public enum Catalogue {
    /** The five that the product began with, by distance alone, as its reference numbers have them. */
    ORIGINAL,
    /** All of them, each only where what it says is true of nearly all customers of the segment. */
    TESTED
}
