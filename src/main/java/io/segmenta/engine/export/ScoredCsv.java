package io.segmenta.engine.export;

import io.segmenta.engine.features.Feature;
import io.segmenta.engine.segment.Persona;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** Customers that a model has assigned, as customers.csv has them: UTF-8, a point as decimal mark. */
public final class ScoredCsv {
    private ScoredCsv() {}

    /**
     * A customer.
     *
     * @param values one per feature that is written
     * @param membership how much he belongs to his segment, 0–1
     */
    public record Line(
            String customerId, double[] values, int cluster, String segment, Persona persona, double membership) {}

    /**
     * Flushes the stream, does not close it.
     *
     * @param memberships whether that column is written
     * @param customers read once, one at a time
     */
    public static void write(List<Feature> features, boolean memberships, Iterator<Line> customers, OutputStream out) {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        CsvWriter csv = new CsvWriter(writer);
        csv.text("customer_id");
        features.forEach(feature -> csv.text(feature.key()));
        csv.text("cluster").text("segment").text("persona");
        if (memberships) {
            csv.text("membership");
        }
        csv.endLine();
        customers.forEachRemaining(customer -> {
            csv.text(customer.customerId());
            for (double value : customer.values()) {
                csv.number(value);
            }
            csv.number(customer.cluster())
                    .text(customer.segment())
                    .text(customer.persona().name());
            if (memberships) {
                csv.number(customer.membership());
            }
            csv.endLine();
        });
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
