package io.segmenta.service.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What somebody else has printed of a model on public data.
 *
 * @param dataset the label of the {@link PurchaseLog}
 * @param split the label of the {@link Split}
 * @param model its label
 * @param metric as in {@link RaceLine}
 * @param value with as many digits as were printed
 * @param source where
 */
record PublishedFigure(String dataset, String split, String model, String metric, String value, String source) {
    private static final String FILE = "published.tsv";

    /** All that we know of. */
    static final List<PublishedFigure> ALL = read();

    private static List<PublishedFigure> read() {
        try (InputStream file = Objects.requireNonNull(PublishedFigure.class.getResourceAsStream(FILE), "no " + FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new PublishedFigure(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number() {
        return Double.parseDouble(value);
    }
}
